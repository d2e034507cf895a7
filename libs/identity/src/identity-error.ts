import { type ErrorDetails, TaizhangError } from '#platform';
import { IDENTITY_LIMITS as LIMITS } from './identity-limits';

/** The stable codes of identity with their sentences. None of them ever carries a password, a token or a hash. */
const MESSAGES = {
  'IDENTITY.LOGIN_NAME_INVALID': `登录名须为 ${LIMITS.loginNameMin} 至 ${LIMITS.loginNameMax} 个字符，以字母开头，只含字母、数字和 . _ -，请修改后重试。`,
  'IDENTITY.DISPLAY_NAME_INVALID': `姓名须为 1 至 ${LIMITS.displayNameMax} 个字符，不得含控制字符，请修改后重试。`,
  'IDENTITY.ACCOUNT_ID_INVALID': '账号标识须为 UUID，请修改后重试。',
  'IDENTITY.ACCOUNT_EXISTS': '该账号标识已用于另一个登录名，请换用新的标识。',
  'IDENTITY.LOGIN_NAME_TAKEN': '该登录名已被使用，请换一个登录名。',
  'IDENTITY.ACCOUNT_UNKNOWN': '没有这个账号，请核对后重试。',
  'IDENTITY.ACCOUNT_DISABLED': '该账号已停用，请先启用。',
  'IDENTITY.ACCOUNT_LOCKED': `口令连续输错，账号已暂时锁定，请 ${LIMITS.lockMinutes} 分钟后再试，或请管理员重置口令。`,
  'IDENTITY.PASSWORD_WEAK': '口令不符合要求，请重新设置。',
  'IDENTITY.PASSWORD_WRONG': '当前口令不正确，请重新输入。',
  'IDENTITY.PASSWORD_REUSED': '新口令与当前口令相同，请换一个。',
  'IDENTITY.SIGN_IN_REFUSED': `登录名或口令不正确，或账号不可用；连续输错 ${LIMITS.failuresBeforeLock} 次将锁定 ${LIMITS.lockMinutes} 分钟，请核对后再试或联系管理员。`,
  'IDENTITY.SESSION_ENDED': '登录已失效，请重新登录。',
  'IDENTITY.TOKEN_REFUSED': '访问令牌无效或已失效，请换用有效的令牌。',
  'IDENTITY.TOKEN_NAME_INVALID': `令牌名称须为 1 至 ${LIMITS.apiTokenNameMax} 个字符，不得含控制字符，请修改后重试。`,
  'IDENTITY.TOKEN_NAME_TAKEN': '已有同名令牌，请换一个名称，或先撤销原令牌。',
  'IDENTITY.TOKEN_EXPIRY_INVALID': '令牌到期时间须晚于现在且不超过一年，请修改后重试。',
  'IDENTITY.TOKEN_LIMIT': '有效令牌数量已达上限，请先撤销不用的令牌。',
  'IDENTITY.TOKEN_UNKNOWN': '没有这个有效令牌，可能已经停用，请核对令牌列表。',
  'IDENTITY.BUSY': '当前登录人数过多，请稍候再试。',
} as const;

/** A stable code of this lib. */
export type IdentityErrorCode = keyof typeof MESSAGES;

/** The zh-CN sentence of a code. */
export function identityMessage(code: IdentityErrorCode): string {
  return MESSAGES[code];
}

/** An error of this lib, with its own sentence unless a more exact one is given. */
export function identityError(code: IdentityErrorCode, message?: string, details?: ErrorDetails): TaizhangError {
  return new TaizhangError(code, message ?? MESSAGES[code], details);
}
