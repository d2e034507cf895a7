import { describeEventStore } from '../../testing/event-store.contract';
import { doubledServer, realServer } from '../../testing/kurrent-log';

// Every event is claimed first, so what takes a moment elsewhere takes several here.

describeEventStore('a double of KurrentDB', doubledServer);

const real = realServer();
if (real) describeEventStore('KurrentDB', real.log);
