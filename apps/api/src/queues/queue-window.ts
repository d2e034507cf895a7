import { type QueueView } from '#deadlines';
import { TaizhangError } from '#platform';

/** A view of the queue that is opened when somebody looks, and anew after a look that failed. */
export class QueueWindow {
  private view: Promise<QueueView> | undefined;

  constructor(
    private readonly open: () => Promise<QueueView>,
    private readonly onOpen: (view: QueueView) => void,
  ) {}

  /**
   * Does some looking while the queue is open.
   * @throws TaizhangError DEADLINES.QUEUE_SILENT when the queue does not answer, whatever the reason
   */
  async look<T>(work: () => Promise<T>): Promise<T> {
    const opening = (this.view ??= this.opened());
    try {
      const view = await opening;
      return await view.ask(work());
    } catch (error) {
      if (this.view === opening) this.view = undefined;
      void opening.then((view) => view.close()).catch(() => undefined);
      const message = '任务队列没有回应，请检查队列服务；到期提醒仍由巡检按时发出。';
      throw new TaizhangError('DEADLINES.QUEUE_SILENT', message, undefined, error);
    }
  }

  /** Ends the connections, if there are any. */
  async close(): Promise<void> {
    await this.view?.then((view) => view.close()).catch(() => undefined);
  }

  private async opened(): Promise<QueueView> {
    const view = await this.open();
    this.onOpen(view);
    return view;
  }
}
