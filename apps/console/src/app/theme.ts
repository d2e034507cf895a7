import { type ThemeConfig } from 'antd';

/** Colours by what they say. Every text colour has at least 4.5:1 on white (WCAG 2.2, 1.4.3). */
export const COLORS = {
  action: '#1d4b8f',
  text: '#1f2733',
  quiet: '#545f6e',
  line: '#dfe3e8',
  ground: '#f5f6f8',
  normal: '#1f6b43',
  near: '#8a5a00',
  late: '#b42318',
  still: '#545f6e',
} as const;

/** White and cool grey, one deep blue for actions, red for what is late or destroys. */
const THEME: ThemeConfig = {
  token: {
    colorPrimary: COLORS.action,
    colorInfo: COLORS.action,
    colorLink: COLORS.action,
    colorError: COLORS.late,
    colorWarning: COLORS.near,
    colorSuccess: COLORS.normal,
    colorText: COLORS.text,
    colorTextSecondary: COLORS.quiet,
    colorTextTertiary: COLORS.quiet,
    colorTextDescription: COLORS.quiet,
    colorTextPlaceholder: '#6a7482',
    colorBgLayout: COLORS.ground,
    colorBorder: '#c3cad3',
    colorBorderSecondary: COLORS.line,
    colorPrimaryBg: '#e8eef8',
    colorInfoBg: '#eef3fb',
    colorErrorBg: '#fdf2f0',
    colorWarningBg: '#fdf6e8',
    colorSuccessBg: '#eef7f1',
    controlItemBgActive: '#e8eef8',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 34,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
  },
  components: {
    Table: { headerBg: '#eef1f5', headerColor: COLORS.text, cellPaddingBlockSM: 8, cellPaddingInlineSM: 10 },
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: COLORS.ground },
    Menu: { itemHeight: 38, itemSelectedBg: '#e8eef8' },
    // Below drawers and dialogs (1000): a notice of the last act stood over the form and the buttons of the next one.
    Notification: { zIndexPopup: 900 },
    Descriptions: { labelColor: COLORS.quiet },
  },
};

/** The theme for somebody: where movement is not wanted, nothing waits for the end of one. */
export function themeFor(reducedMotion: boolean): ThemeConfig {
  return reducedMotion ? { ...THEME, token: { ...THEME.token, motion: false } } : THEME;
}
