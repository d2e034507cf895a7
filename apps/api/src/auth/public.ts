import { SetMetadata } from '@nestjs/common';

const PUBLIC = 'taizhang:public';
const BEFORE_PASSWORD_CHANGE = 'taizhang:before-password-change';
const UNATTENDED = 'taizhang:unattended';

/** Marks a route that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Marks a route that is open before a given password has been changed. */
export const BeforePasswordChange = (): MethodDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** Marks a route that pages call by themselves: being asked for, it does not keep a session from going idle. */
export const Unattended = (): MethodDecorator => SetMetadata(UNATTENDED, true);

/** Keys under which the marks are kept. */
export const ROUTE_MARKS = { PUBLIC, BEFORE_PASSWORD_CHANGE, UNATTENDED } as const;
