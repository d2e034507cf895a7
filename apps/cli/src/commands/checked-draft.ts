import { MAX_TASKS_PER_IMPORT, privatePlaces } from '#domain';
import { type ImportDraft } from '#documents';
import { TaizhangError } from '#platform';

/** So many places are named; a person finds the others on the way. */
const PLACES_TOLD = 5;

/**
 * The draft as the ledger takes it. Nobody can edit it at the command line, so the person has to mend the file.
 * @throws TaizhangError DOCUMENT.TOO_LARGE for more tasks than one import takes; TEXT.PRIVATE_DATA that names the tasks
 */
export function checkedDraft(draft: ImportDraft): ImportDraft {
  if (draft.tasks.length > MAX_TASKS_PER_IMPORT) {
    const message = `文件有 ${draft.tasks.length} 项任务，一次最多导入 ${MAX_TASKS_PER_IMPORT} 项，请拆成几个文件分别导入。`;
    throw new TaizhangError('DOCUMENT.TOO_LARGE', message);
  }
  const places = privateIn(draft);
  if (places.length === 0) return draft;
  const told = places.slice(0, PLACES_TOLD).join('、') + (places.length > PLACES_TOLD ? '等' : '');
  throw new TaizhangError(
    'TEXT.PRIVATE_DATA',
    `${told}含有身份证号或手机号码，请在文件中删去后重新导入，或在网页上导入并逐项修改。`,
  );
}

function privateIn({ source: { title, documentNumber }, tasks }: ImportDraft): string[] {
  return [
    ...(privatePlaces({ title, documentNumber }).length > 0 ? ['文件标题或文号'] : []),
    ...tasks.flatMap((task, index) => {
      // The document's title is repeated in every task.
      const { section, number } = task.source;
      return privatePlaces({ ...task, source: { section, number } }).length > 0 ? [`第 ${index + 1} 项任务`] : [];
    }),
  ];
}
