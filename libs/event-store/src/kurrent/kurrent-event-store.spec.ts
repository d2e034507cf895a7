import { describeEventStore } from '../../testing/event-store.contract';
import { doubledServer, realServer } from '../../testing/kurrent-log';

describeEventStore('a double of KurrentDB', doubledServer);

const real = realServer();
if (real) describeEventStore('KurrentDB', real.log);
