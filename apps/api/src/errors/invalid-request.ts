import { type z, ZodError } from 'zod';
import { DUE_OUTSIDE_PERIOD, RANGE_REVERSED } from '#domain';
import { TaizhangError } from '#platform';

/** What the domain's own checks say, in sentences. Their issues carry a code in place of a text. */
const SENTENCES: Readonly<Record<string, string>> = {
  'TEXT.PRIVATE_DATA': '文字中含有身份证号或手机号码，请删去个人信息后再提交。',
  'TEXT.CONTROL_CHARACTER': '文字中含有不能显示的字符，请删去后再提交。',
  'LEDGER.PREFIX_FOR_PRACTICE': '“练习”开头的销号文号留给练习台账，请另取一个。',
  [DUE_OUTSIDE_PERIOD.code]: DUE_OUTSIDE_PERIOD.message,
  [RANGE_REVERSED.code]: RANGE_REVERSED.message,
  'TASK.NOTHING_CHANGED': '没有填写任何更改，请填写要更改的内容。',
  'TASK.LIMIT_TWICE': '同一时限编号出现了两次，请改成不同的编号。',
  'TASK.INDICATOR_TWICE': '同一指标编号出现了两次，请改成不同的编号。',
};

/** How much of what the client itself has sent is told back to it. */
const NAMES_TOLD = 5;
const NAME_LENGTH = 60;

/** What is wrong with a value, in plain words. Limits are counts of characters, items, or the number itself. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  // A check that speaks for itself does so in a sentence: “至少为 1” said nothing of a rung that tells nobody.
  if (issue.message.endsWith('。')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return 'input' in issue && issue.input === undefined ? '没有填写' : '类型不对';
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1 ? '没有填写' : `至少为 ${String(issue.minimum)}`;
    case 'too_big':
      return `最多为 ${String(issue.maximum)}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一`;
    case 'unrecognized_keys':
      return `含有不认识的字段 ${named(issue.keys)}`;
    case 'invalid_format':
      return '格式不对';
    default:
      // A check without a sentence of its own: zod only says that something is wrong.
      return '不符合要求';
  }
}

function named(keys: readonly string[]): string {
  const told = keys.slice(0, NAMES_TOLD).map((key) => key.slice(0, NAME_LENGTH));
  return `${told.join('、')}${keys.length > NAMES_TOLD ? ' 等' : ''}`;
}

function placeOf({ path }: z.core.$ZodIssue): string {
  return path.map((step) => String(step).slice(0, NAME_LENGTH)).join('.');
}

/** The error of a body of a type that the route does not take. */
export function kindRefused(): TaizhangError {
  return new TaizhangError('REQUEST.KIND_REFUSED', '不接收这种类型的请求内容，请使用 JSON 格式提交。');
}

/** The error of a request that does not fit its schema: the first thing wrong, where it is, and all places in the details. */
export function invalidRequest(error: z.ZodError): TaizhangError {
  const [first] = error.issues;
  const places = error.issues.slice(0, 20).map(placeOf);
  const sentence = first && SENTENCES[first.message];
  if (first && sentence) return new TaizhangError(first.message, sentence, { places });
  const place = first && first.path.length > 0 ? `“${placeOf(first)}”` : '内容';
  const told = first ? sentenceOf(first) : '格式不对';
  const message = `提交的${place}有误：${told}${told.endsWith('。') ? '' : '，请更正后重新提交。'}`;
  return new TaizhangError('REQUEST.INVALID', message, { places });
}

/**
 * Checks a part of a request.
 * @throws TaizhangError REQUEST.KIND_REFUSED for a file where fields are wanted, REQUEST.INVALID, or the code of the
 * domain's own check
 */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  // With its input an issue tells what is missing from what is of another type.
  return checkedBy((fields) => schema.parse(fields, { reportInput: true }), value);
}

/** The same for a part that is read by a function which throws ZodError for what does not fit. */
export function checkedBy<Read>(read: (fields: unknown) => Read, value: unknown): Read {
  // To a schema of an object every byte of a file would be an unknown field: minutes and gigabytes for a large one.
  if (Buffer.isBuffer(value)) throw kindRefused();
  try {
    return read(value);
  } catch (error) {
    if (error instanceof ZodError) throw invalidRequest(error);
    throw error;
  }
}
