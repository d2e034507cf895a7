import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { INSTALLATION_EVENTS } from './events';
import { type InstallationState } from './installation.state';

/** The installation itself. Nothing may be asked of it: the program writes its first event when it opens an empty log. */
export const INSTALLATION = defineAggregate<
  'installation',
  InstallationState,
  object,
  DataOfEvents<typeof INSTALLATION_EVENTS>
>({
  name: 'installation',
  acts: {},
  events: INSTALLATION_EVENTS,
  unknown: reject('INSTALLATION.UNKNOWN', '日志还没有建立，请先启动程序。'),
  reach: () => ({}),
});
