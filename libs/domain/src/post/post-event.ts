import { eventsOf } from '../shared/event-definition';
import { type PostState } from './post.state';

/** Defines an event of a post. */
export const postEvent = eventsOf<PostState>();
