import { type Locator } from 'playwright-core';
import { useDemo } from './support/demo';
import { type Screen, type Size } from './support/screen';

describe('the conclusions of a check', () => {
  const demo = useDemo();

  /** The form of the first check that waits for the verifier. */
  async function checking(size: Size = 'desktop'): Promise<{ screen: Screen; form: Locator }> {
    const screen = await demo.signedIn('qinyue', size);
    await screen.go('/inbox');
    await screen.page
      .getByRole('button', { name: /^核验 /u })
      .first()
      .click();
    const form = screen.page.getByRole('dialog');
    await form.getByRole('heading', { name: '结论' }).waitFor();
    await screen.settled();
    return { screen, form };
  }

  it.each<Size>(['desktop', 'phone'])('stand as equals beside what was asked and shown (%s)', async (size) => {
    const { screen, form } = await checking(size);
    await screen.picture('check-both');
    for (const side of ['要求', '报送情况', '结论'])
      await form.getByRole('heading', { name: side, exact: true }).waitFor();
    for (const name of ['核验通过', '退回']) {
      expect(await form.getByRole('radio', { name }).isChecked()).toBe(false);
      expect(await form.getByRole('radio', { name }).isEnabled()).toBe(true);
    }
    // Neither is sent by a press of the button alone.
    await form.getByRole('button', { name: '提交结论' }).click();
    await form.getByText('请选择').first().waitFor();
    expect(await screen.findings()).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('keep what was typed for the other one, also over a reload', async () => {
    const { screen, form } = await checking();
    await form.getByRole('radio', { name: '退回' }).check();
    await form.getByRole('textbox', { name: '还缺什么' }).fill('缺少验收报告。');
    await screen.picture('check-return');
    await form.getByRole('radio', { name: '核验通过' }).check();
    await form.getByRole('textbox', { name: '核验结论' }).fill('现场核查属实。');
    await form.getByRole('radio', { name: '退回' }).check();
    expect(await form.getByRole('textbox', { name: '还缺什么' }).inputValue()).toBe('缺少验收报告。');
    await screen.page.reload();
    const again = (await reopened(screen)).form;
    expect(await again.getByRole('radio', { name: '退回' }).isChecked()).toBe(true);
    expect(await again.getByRole('textbox', { name: '还缺什么' }).inputValue()).toBe('缺少验收报告。');
    await again.getByRole('radio', { name: '核验通过' }).check();
    expect(await again.getByRole('textbox', { name: '核验结论' }).inputValue()).toBe('现场核查属实。');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  async function reopened(screen: Screen): Promise<{ form: Locator }> {
    await screen.page
      .getByRole('button', { name: /^核验 /u })
      .first()
      .click();
    const form = screen.page.getByRole('dialog');
    await form.getByRole('heading', { name: '结论' }).waitFor();
    await screen.settled();
    return { form };
  }
});
