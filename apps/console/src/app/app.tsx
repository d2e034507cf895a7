import { QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactElement, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { CrashGuard } from './crash-guard';
import { Frame } from './frame';
import { contentNonce } from './content-nonce';
import { createQueryClient } from './query-client';
import { headStart } from './head-start';
import { Pages } from './pages';
import { SignedIn } from './signed-in';
import { themeFor } from './theme';

dayjs.locale('zh-cn');

/** Messages stand in the bar at the top, in pixels from above: there is no field beneath them. */
const IN_TOP_BAR = 6;

/** One notice at a time: two of them covered half a phone. */
const NOTICES = 1;

/** How far from below notices stand, in pixels: on a phone above the bar of acts. */
const ABOVE_EDGE = 24;
const ABOVE_THUMB_BAR = 84;

/** Where the bar of acts stands at the bottom: as in the style sheet. */
const NARROW = '(max-width: 767px)';

/** The whole console. Nothing is shown to whom the server does not know. */
export function App(): ReactElement {
  const [queries] = useState(() => {
    const client = createQueryClient();
    headStart(client);
    return client;
  });
  const [theme] = useState(() => themeFor(window.matchMedia('(prefers-reduced-motion: reduce)').matches));
  const [narrow] = useState(() => window.matchMedia(NARROW).matches);
  const notification = { maxCount: NOTICES, bottom: narrow ? ABOVE_THUMB_BAR : ABOVE_EDGE };
  const nonce = contentNonce();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: true }}
    >
      {/* Around the place where questions stand: what they ask about may be read by then. */}
      <QueryClientProvider client={queries}>
        <Antd message={{ maxCount: 2, top: IN_TOP_BAR }} notification={notification}>
          <CrashGuard>
            <BrowserRouter>
              <SignedIn>
                <Frame>
                  <Pages />
                </Frame>
              </SignedIn>
            </BrowserRouter>
          </CrashGuard>
        </Antd>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
