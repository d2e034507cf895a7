export { openApi, openHealthPages } from './open-http';
