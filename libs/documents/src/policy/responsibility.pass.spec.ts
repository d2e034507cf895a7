import { normalise } from './normalise.pass';
import { findNotes, readResponsibility } from './responsibility.pass';

interface Read {
  readonly mode: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
}

function read(text: string, firstListedIsLead = false): Read {
  const source = normalise(text);
  const found = readResponsibility(source, findNotes(source, 0, text.length), firstListedIsLead);
  const names = (units: readonly { readonly name: string }[]) => units.map((unit) => unit.name);
  return { mode: found.unitMode, lead: names(found.leadUnits), support: names(found.supportUnits) };
}

describe('responsibility notes', () => {
  it.each<[string, string, string[], string[]]>([
    ['做好工作。（牵头单位：市财政局；配合单位：市民政局、市教育局）', 'lead', ['市财政局'], ['市民政局', '市教育局']],
    [
      '做好工作。(牵头单位:市财政局,配合单位:市民政局，各区、县级市)',
      'lead',
      ['市财政局'],
      ['市民政局', '各区、县级市'],
    ],
    [
      '做好工作。（疾控科牵头，相关科室按照职责分工负责，各乡镇卫生院）',
      'lead',
      ['疾控科'],
      ['相关科室', '各乡镇卫生院'],
    ],
    ['做好工作。（疾控科牵头、基层科等科室按职责分工负责）', 'lead', ['疾控科'], ['基层科']],
    ['做好工作。（疾控科、基层科按职责分工负责，各医疗机构）', 'joint', [], ['疾控科', '基层科', '各医疗机构']],
    [
      '做好工作。（市财政局、市教育局牵头，市民政局等相关部门及各县区配合）',
      'lead',
      ['市财政局', '市教育局'],
      ['市民政局', '相关部门', '各县区'],
    ],
    ['做好工作。（市财政局会同市教育局负责）', 'first', ['市财政局'], ['市教育局']],
    ['做好工作。（由市财政局牵头，会同市教育局、市民政局落实）', 'lead', ['市财政局'], ['市教育局', '市民政局']],
    ['做好工作。（市统计局负责）', 'sole', ['市统计局'], []],
    ['做好工作。（责任单位：市财政局；配合单位：市教育局）', 'lead', ['市财政局'], ['市教育局']],
    ['做好工作\n责任单位：市科技局牵头，市教育局按职责分工负责', 'lead', ['市科技局'], ['市教育局']],
    ['做好工作\n牵头单位：市科技局\n配合单位：市教育局', 'lead', ['市科技局'], ['市教育局']],
    ['做好工作。责任单位：市科技局、市教育局）', 'joint', [], ['市科技局', '市教育局']],
    ['做好工作。（市科技局、市教育局）', 'joint', [], ['市科技局', '市教育局']],
    ['做好工作。（责任单位：市科技局；完成时限：2021年6月底前）', 'sole', ['市科技局'], []],
    ['做好工作。（市人力资源和社会保障局和市教育局负责）', 'joint', [], ['市人力资源和社会保障局', '市教育局']],
    ['做好工作。（配合单位：各项目牵头单位）', 'joint', [], ['各项目牵头单位']],
    ['做好工作。【牵头单位：市科技局；配合单位：市教育局】', 'lead', ['市科技局'], ['市教育局']],
    ['做好工作。（市科技局；市教育局、市民政局等3部门配合）', 'lead', ['市科技局'], ['市教育局', '市民政局']],
    [
      '做好工作。\n牵头领导：王某\n责任单位：市科技局、各镇（街道）\n完成时限：长期',
      'joint',
      [],
      ['市科技局', '各镇（街道）'],
    ],
    ['做好工作。（市科技局、市教育局，排名第一的为牵头单位）', 'joint', [], ['市科技局', '市教育局']],
    ['建立由分管领导（含挂职）负责的制度。', 'none', [], []],
    ['完善政策（由部门牵头制定）并抓好落实。', 'none', [], []],
  ])('reads %s as %s with %j and %j', (text, mode, lead, support) => {
    expect(read(text)).toEqual({ mode, lead, support });
  });

  it('reads the first listed unit as the lead where the document says so', () => {
    expect(read('做好工作。（责任单位：市财政局、市教育局，各县市区政府。列第1位的为牵头单位，下同）', true)).toEqual({
      mode: 'first',
      lead: ['市财政局'],
      support: ['市教育局', '各县市区政府'],
    });
  });

  it('joins the notes of one task and takes the written lead', () => {
    expect(read('甲。（各县区、各部门负责）具体措施：乙。（市政府办公室牵头，各县区、各部门负责）')).toEqual({
      mode: 'lead',
      lead: ['市政府办公室'],
      support: ['各县区', '各部门'],
    });
  });

  it('says which names are collective', () => {
    const source = normalise('甲。（市财政局牵头，各县区配合）');
    const { supportUnits } = readResponsibility(source, findNotes(source, 0, source.text.length), false);
    expect(supportUnits[0]).toMatchObject({ collective: true, doubts: [expect.stringContaining('集合名称')] });
  });
});
