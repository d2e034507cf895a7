// Written by `npm run api-types` from the API itself; not edited by hand.
export interface paths {
  '/api/tasks/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 签收 */
    post: operations['task.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/answer-instruction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 答复批示 */
    post: operations['task.answer-instruction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 填报 */
    post: operations['task.report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 确认 */
    post: operations['task.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/hang': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 挂账 */
    post: operations['task.hang'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 交办 */
    post: operations['task.assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 核验通过 */
    post: operations['task.verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 销号 */
    post: operations['task.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/request-closure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 申请销号 */
    post: operations['task.request-closure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 恢复办理 */
    post: operations['task.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/decide-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 审批 */
    post: operations['task.decide-proposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/instruct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 批示 */
    post: operations['task.instruct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/note-read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 已阅 */
    post: operations['task.note-read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退回 */
    post: operations['task.return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退件 */
    post: operations['task.decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 申请延期 */
    post: operations['task.extend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/accept-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录签收 */
    post: operations['task.accept-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/decline-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录退件 */
    post: operations['task.decline-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/answer-instruction-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录答复批示 */
    post: operations['task.answer-instruction-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/report-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录填报 */
    post: operations['task.report-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/request-closure-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录申请销号 */
    post: operations['task.request-closure-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/extend-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录申请延期 */
    post: operations['task.extend-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/instruct-on-behalf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 代录批示 */
    post: operations['task.instruct-on-behalf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/recall-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 收回申请 */
    post: operations['task.recall-proposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 分解 */
    post: operations['task.split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/urge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 催办 */
    post: operations['task.urge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 缓办 */
    post: operations['task.suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/correct-draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 修改草稿 */
    post: operations['task.correct-draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/correct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 更正 */
    post: operations['task.correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/correct-record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 更正文字 */
    post: operations['task.correct-record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤回 */
    post: operations['task.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/terminate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 终止 */
    post: operations['task.terminate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/void': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 作废 */
    post: operations['task.void'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledgers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 台账及各状态任务数、导入进度 */
    get: operations['ledger.list'];
    put?: never;
    /** 建立台账 */
    post: operations['ledger.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledgers/open-practice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 打开本人的练习台账 */
    post: operations['ledger.open-practice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledgers/{id}/classify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 更改台账类别 */
    post: operations['ledger.classify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledgers/{id}/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 导入任务草稿 */
    post: operations['ledger.import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 单位名录 */
    get: operations['unit.list'];
    put?: never;
    /** 建立单位 */
    post: operations['unit.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/{id}/rename': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 单位更名 */
    post: operations['unit.rename'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/{id}/add-alias': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 登记单位别名 */
    post: operations['unit.add-alias'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/grant-post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 授予岗位 */
    post: operations['account.grant-post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/revoke-post': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 撤销岗位 */
    post: operations['account.revoke-post'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/set-charge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 设定分管单位 */
    post: operations['account.set-charge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 停用账号 */
    post: operations['account.disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 启用账号 */
    post: operations['account.enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/decide-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 复核账号申请 */
    post: operations['account.decide-proposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/recall-proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 收回账号申请 */
    post: operations['account.recall-proposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 发布工作日历 */
    post: operations['calendar.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 办理规则的全部版本 */
    get: operations['policy.list'];
    put?: never;
    /** 发布办理规则 */
    post: operations['policy.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledgers/{ledgerId}/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一本台账按单位、按章节的情况 */
    get: operations['ledger.summary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger-numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 任务编号前缀和销号文号前缀由哪本台账使用，及可用的建议 */
    get: operations['ledger.numbers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一次导入的进度与草稿 */
    get: operations['import.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 任务列表 */
    get: operations['task.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项任务的全部内容，可按修订号回看 */
    get: operations['task.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/delays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 督办：逾期事项现在逾期多久、所在的层级、下一步，以及告知对象和已阅情况 */
    get: operations['delay.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 分解时用过的单位名单 */
    get: operations['unit-list.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项任务的经过 */
    get: operations['task.timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{taskId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 一项任务的原始事件 */
    get: operations['task.events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 全部操作记录 */
    get: operations['event.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/home': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 首页：待我办理的任务 */
    get: operations['home.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 我的待办 */
    get: operations['inbox.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/posts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 岗位 */
    get: operations['post.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 账号申请的复核 */
    get: operations['account-proposal.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-news': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 近三十日与本人账号有关的办理 */
    get: operations['account-news.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/register-changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 某一时点之后单位、账号、工作日历或办理规则的变动 */
    get: operations['register-change.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/projections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 读模型的进度 */
    get: operations['projection.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/from-names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 按名称批量建立单位 */
    post: operations['unit.create-from-names'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 登录 */
    post: operations['session.sign-in'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 退出登录 */
    post: operations['session.sign-out'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 修改口令 */
    post: operations['me.change-password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 我的账号和岗位 */
    get: operations['me.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 我看到了哪里 */
    get: operations['me.seen'];
    put?: never;
    /** 记下我看到了哪里，只进不退 */
    post: operations['me.mark-seen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 我的访问令牌 */
    get: operations['token.list'];
    put?: never;
    /** 建立访问令牌 */
    post: operations['token.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** 撤销访问令牌 */
    delete: operations['token.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 账号列表 */
    get: operations['account.list'];
    put?: never;
    /** 建立账号，答复中含一次性口令 */
    post: operations['account.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/reset-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 重置口令，答复中含一次性口令；须经另一名管理员复核的，先申请复核，同意后再次办理时给出 */
    post: operations['account.reset-password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/unit-staffing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 有可登录办理人员的单位 */
    get: operations['unit-staffing.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/post-gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 任务办到销号还缺哪些岗位，哪些在办任务已无人可核验或签批 */
    get: operations['post-gap.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/post-gaps/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 试算授予、撤销岗位或停用账号后新缺的岗位和无人可办的在办任务，不作任何改动 */
    post: operations['post-gap.preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 上传佐证材料（请求内容即文件） */
    post: operations['evidence.upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/evidence/{hash}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 下载佐证材料 */
    get: operations['evidence.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/documents/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 读取政策文件（请求内容即文件） */
    post: operations['document.read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 实时通知（server-sent events）：hello、resync、task、ledger、inbox，只含编号和位置 */
    get: operations['live.follow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 现行工作日历中一年的放假和调休上班日 */
    get: operations['calendar.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policies/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** 试算一版办理规则今天会带来的提醒和升级、不相容的岗位，不作任何改动 */
    post: operations['policy.preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/system/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 本进程各部分是否正常 */
    get: operations['health.read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 进程存活 */
    get: operations['process.live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 可以提供服务 */
    get: operations['process.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** 运行指标 */
    get: operations['process.metrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'task.accept': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.answer-instruction': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          instructionId?: string;
          text: string;
          /** @default [] */
          evidence?: {
            hash: string;
            fileName: string;
            mediaType: string;
            size: number;
            kind?: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.report': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          progress: string;
          /** @default  */
          problems?: string;
          /** @default  */
          nextSteps?: string;
          /** @default  */
          helpNeeded?: string;
          /** @default null */
          percent?: number | null;
          /** @default [] */
          readings?: {
            indicatorId: string;
            value: number;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            readOn: string;
          }[];
          /** @default [] */
          evidence?: {
            hash: string;
            fileName: string;
            mediaType: string;
            size: number;
            kind?: string;
          }[];
          /** @default [] */
          done?: {
            limitId: string;
            /** @default null */
            period?: string | null;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            on?: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.confirm': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          leadUnitIds: string[];
          supportUnitIds: string[];
          /** @enum {string} */
          limits: 'confirmed' | 'none';
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.hang': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          authority: {
            /** @enum {string} */
            kind: 'document' | 'meeting' | 'instruction';
            reference: string;
          };
          /** @enum {boolean} */
          secrecyDeclared: true;
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.assign': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          requirements?: string;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           * @default null
           */
          replyBy?: string | null;
          pastDays?:
            | 'keep'
            | {
                limitId: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string | null;
              }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.verify': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          conclusion: string;
          /** @default [] */
          acceptance?: {
            criterion: string;
            /** @enum {boolean} */
            met: true;
            /** @default  */
            note?: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.close': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'rectified' | 'continuing' | 'not-rectified';
          statement: string;
          owedReason?: string;
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.request-closure': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          selfCheck: string;
          /** @enum {boolean} */
          committed: true;
          /** @default [] */
          owed?: {
            limitId: string;
            /** @default null */
            period?: string | null;
            reason: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.resume': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.decide-proposal': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          proposalId?: string;
          /** @enum {string} */
          result: 'approved' | 'refused';
          /** @default  */
          reason?: string;
          /** @enum {string} */
          measure?: 'bulletin' | 'talk' | 'listed';
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.instruct': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          lanes?: string[];
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          answerBy?: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.note-read': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.return': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          missing: string;
          /** @default [] */
          unmet?: string[];
          to?: string[];
          reopened?: {
            limitId: string;
            /** @default null */
            period?: string | null;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             * @default null
             */
            due?: string | null;
          }[];
          /** @default [] */
          newLimits?: {
            what: string;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            due: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.decline': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.extend': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          limitId: string;
          /** @default null */
          period?: string | null;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          due: string;
          reason: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.accept-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.decline-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.answer-instruction-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          instructionId?: string;
          text: string;
          /** @default [] */
          evidence?: {
            hash: string;
            fileName: string;
            mediaType: string;
            size: number;
            kind?: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.report-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          progress: string;
          /** @default  */
          problems?: string;
          /** @default  */
          nextSteps?: string;
          /** @default  */
          helpNeeded?: string;
          /** @default null */
          percent?: number | null;
          /** @default [] */
          readings?: {
            indicatorId: string;
            value: number;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            readOn: string;
          }[];
          /** @default [] */
          evidence?: {
            hash: string;
            fileName: string;
            mediaType: string;
            size: number;
            kind?: string;
          }[];
          /** @default [] */
          done?: {
            limitId: string;
            /** @default null */
            period?: string | null;
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            on?: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.request-closure-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          selfCheck: string;
          /** @enum {boolean} */
          committed: true;
          /** @default [] */
          owed?: {
            limitId: string;
            /** @default null */
            period?: string | null;
            reason: string;
          }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.extend-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          limitId: string;
          /** @default null */
          period?: string | null;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          due: string;
          reason: string;
          seenRevision?: number;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
            /** Format: uuid */
            unitId: string;
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.instruct-on-behalf': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          lanes?: string[];
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          answerBy?: string;
          seenRevision?: number;
          onBehalf: {
            saidBy: string;
            /** @enum {string} */
            how: 'phone' | 'paper' | 'meeting' | 'message';
            /**
             * Format: date
             * @description 日期，格式 YYYY-MM-DD
             */
            saidOn: string;
            /** @default [] */
            sheet?: {
              hash: string;
              fileName: string;
              mediaType: string;
              size: number;
            }[];
          };
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.recall-proposal': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          proposalId: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.split': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          by: 'units' | 'periods' | 'measures';
          children: {
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            title?: string;
            body?: string;
            limits?: {
              limitId: string;
              sourceText: string;
              what: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn: {
                month: number;
                day: number | null;
              } | null;
              /** @enum {string} */
              countedIn?: 'calendar-day' | 'working-day' | 'month';
              span: {
                start: number;
                end: number;
              } | null;
            }[];
            indicators?: {
              indicatorId: string;
              name: string;
              /** @enum {string} */
              op: '>=' | '<=' | '=' | 'range';
              value: number;
              max: number | null;
              unit: string;
              /** @default false */
              approximate?: boolean;
              sourceText: string;
              span: {
                start: number;
                end: number;
              } | null;
            }[];
          }[];
          rule: {
            /** @enum {string} */
            progress: 'average' | 'all';
            indicators: {
              indicatorId: string;
              /** @enum {string} */
              rule: 'sum' | 'average' | 'all';
            }[];
          };
          /** @default  */
          listName?: string;
          /** @default  */
          requirements?: string;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           * @default null
           */
          replyBy?: string | null;
          pastDays?:
            | 'keep'
            | {
                limitId: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string | null;
              }[];
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.urge': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          message?: string;
          seenRevision?: number;
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          occurredOn?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.suspend': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @description 日期，格式 YYYY-MM-DD
           */
          until: string;
          reason: string;
          authority: {
            /** @enum {string} */
            kind: 'document' | 'meeting' | 'instruction';
            reference: string;
          };
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.correct-draft': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          changes: {
            title?: string;
            body?: string;
            leadUnitIds?: string[];
            supportUnitIds?: string[];
            changedLimits?: {
              limitId: string;
              what?: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due?: string | null;
              recurrence?: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn?: {
                month: number;
                day: number | null;
              } | null;
            }[];
            addedLimits?: {
              limitId: string;
              sourceText: string;
              what: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn: {
                month: number;
                day: number | null;
              } | null;
              /** @enum {string} */
              countedIn?: 'calendar-day' | 'working-day' | 'month';
              span: {
                start: number;
                end: number;
              } | null;
              owedBy?: string[];
            }[];
            removedLimits?: string[];
            indicators?: {
              indicatorId: string;
              name: string;
              /** @enum {string} */
              op: '>=' | '<=' | '=' | 'range';
              value: number;
              max: number | null;
              unit: string;
              /** @default false */
              approximate?: boolean;
              sourceText: string;
              span: {
                start: number;
                end: number;
              } | null;
            }[];
          };
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.correct': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          changes: {
            title?: string;
            body?: string;
            leadUnitIds?: string[];
            supportUnitIds?: string[];
            changedLimits?: {
              limitId: string;
              what?: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due?: string | null;
              recurrence?: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn?: {
                month: number;
                day: number | null;
              } | null;
            }[];
            addedLimits?: {
              limitId: string;
              sourceText: string;
              what: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn: {
                month: number;
                day: number | null;
              } | null;
              /** @enum {string} */
              countedIn?: 'calendar-day' | 'working-day' | 'month';
              span: {
                start: number;
                end: number;
              } | null;
              owedBy?: string[];
            }[];
            removedLimits?: string[];
            indicators?: {
              indicatorId: string;
              name: string;
              /** @enum {string} */
              op: '>=' | '<=' | '=' | 'range';
              value: number;
              max: number | null;
              unit: string;
              /** @default false */
              approximate?: boolean;
              sourceText: string;
              span: {
                start: number;
                end: number;
              } | null;
            }[];
          };
          reason: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.correct-record': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          changes: {
            title?: string;
            body?: string;
            changedLimits?: {
              limitId: string;
              what: string;
            }[];
          };
          reason: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.withdraw': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          commandId?: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.terminate': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          authority: {
            /** @enum {string} */
            kind: 'document' | 'meeting' | 'instruction';
            reference: string;
          };
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.void': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          seenRevision?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.list': {
    parameters: {
      query?: {
        ledgerId?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            ledgers: {
              /** Format: uuid */
              ledgerId: string;
              name: string;
              code: string;
              closingPrefix: string;
              region: string;
              /** @enum {string} */
              kind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision';
              practice: boolean;
              /** Format: date-time */
              createdAt: string;
              total: number;
              counts: {
                [key: string]: number;
              };
              near: number;
              late: number;
              imports: {
                /** Format: uuid */
                importId: string;
                source: {
                  /** @enum {string} */
                  kind: 'document' | 'manual';
                  title: string;
                  documentNumber: string | null;
                  year: number | null;
                  contentHash: string | null;
                };
                firstSerial: number;
                taskCount: number;
                drafted: number;
                complete: boolean;
                /** Format: date-time */
                startedAt: string;
              }[];
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          code: string;
          closingPrefix: string;
          /** @default CN */
          region?: string;
          /**
           * @default reform
           * @enum {string}
           */
          kind?: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision';
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.open-practice': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.classify': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision';
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.import': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          source: {
            /** @enum {string} */
            kind: 'document' | 'manual';
            title: string;
            documentNumber: string | null;
            year: number | null;
            contentHash: string | null;
          };
          tasks: {
            title: string;
            body: string;
            leadUnitNames: {
              name: string;
              span: {
                start: number;
                end: number;
              } | null;
              collective: boolean;
            }[];
            supportUnitNames: {
              name: string;
              span: {
                start: number;
                end: number;
              } | null;
              collective: boolean;
            }[];
            limits: {
              limitId: string;
              sourceText: string;
              what: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
              dueOn: {
                month: number;
                day: number | null;
              } | null;
              /** @enum {string} */
              countedIn?: 'calendar-day' | 'working-day' | 'month';
              span: {
                start: number;
                end: number;
              } | null;
            }[];
            indicators: {
              indicatorId: string;
              name: string;
              /** @enum {string} */
              op: '>=' | '<=' | '=' | 'range';
              value: number;
              max: number | null;
              unit: string;
              /** @default false */
              approximate?: boolean;
              sourceText: string;
              span: {
                start: number;
                end: number;
              } | null;
            }[];
            doubts: {
              field: string;
              message: string;
            }[];
            source: {
              documentTitle: string;
              documentNumber: string | null;
              section: string;
              number: string;
              span: {
                start: number;
                end: number;
              } | null;
            };
          }[];
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit.list': {
    parameters: {
      query?: {
        ids?: string[];
        text?: string;
        names?: string[];
        limit?: number;
        cursor?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            units: {
              /** Format: uuid */
              unitId: string;
              name: string;
              /** Format: uuid */
              parentId: string | null;
              above: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              aliases: string[];
            }[];
            matches: {
              name: string;
              unitIds: string[];
            }[];
            next: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /**
           * Format: uuid
           * @default null
           */
          parentId?: string | null;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit.rename': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          reason: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit.add-alias': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          alias: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.grant-post': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          unitId: string;
          /** @enum {string} */
          role:
            | 'reporter'
            | 'unit-head'
            | 'supervision-clerk'
            | 'verifier'
            | 'closer'
            | 'leader'
            | 'auditor'
            | 'system-administrator'
            | 'security-administrator'
            | 'audit-administrator';
          /**
           * Format: uuid
           * @default null
           */
          ledgerId?: string | null;
          /** @default [] */
          inCharge?: string[];
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.revoke-post': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          postId: string;
          reason: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.set-charge': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          postId: string;
          inCharge: string[];
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.disable': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.enable': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.decide-proposal': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          proposalId: string;
          /** @enum {string} */
          result: 'approved' | 'refused';
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.recall-proposal': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          proposalId: string;
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'calendar.publish': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          calendar: {
            version: string;
            region: string;
            years: {
              [key: string]: {
                off: string[];
                work: string[];
                provisional: boolean;
              };
            };
          };
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'policy.list': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            versions: {
              /** Format: uuid */
              ledgerId: string | null;
              policy: {
                version: string;
                ladders: {
                  limits: {
                    rungs: {
                      rungId: string;
                      /** @enum {string} */
                      kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                      offsetWorkingDays: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    }[];
                    notices: {
                      from: number;
                      every: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    } | null;
                  };
                  replies: {
                    rungs: {
                      rungId: string;
                      /** @enum {string} */
                      kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                      offsetWorkingDays: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    }[];
                    notices: {
                      from: number;
                      every: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    } | null;
                  };
                  holders: {
                    rungs: {
                      rungId: string;
                      /** @enum {string} */
                      kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                      offsetWorkingDays: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    }[];
                    notices: {
                      from: number;
                      every: number;
                      at: string;
                      told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                    } | null;
                  };
                };
                clocks: {
                  assign: number;
                  reply: number;
                  reassign: number;
                  check: number;
                  close: number;
                  decide: number;
                  answer: number;
                  reviewMonths: number;
                };
                listing: {
                  task: number;
                  unit: number;
                };
                acceptance: string[];
                closing: {
                  /** @enum {string} */
                  owed: 'named' | 'refused';
                  /** @enum {string} */
                  targets: 'shown' | 'met';
                };
                evidence: string[];
                secondPerson: ('task.void' | 'task.terminate' | 'task.correct' | 'task.suspend' | 'task.extend')[];
                protectionLevel: (2 | 3) | null;
              };
              /** @enum {string} */
              holds: 'new' | 'open';
              reason: string;
              publishedBy: string;
              /** Format: date-time */
              publishedAt: string;
            }[];
            behind: number;
            lowering: {
              askedBy: {
                /** Format: uuid */
                accountId: string;
                name: string;
              };
              /** Format: date-time */
              askedAt: string;
              reason: string;
            } | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'policy.publish': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @default null
           */
          ledgerId?: string | null;
          content: {
            ladders: {
              limits: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
              replies: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
              holders: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
            };
            clocks: {
              assign: number;
              reply: number;
              reassign: number;
              check: number;
              close: number;
              decide: number;
              answer: number;
              reviewMonths: number;
            };
            listing: {
              task: number;
              unit: number;
            };
            acceptance: string[];
            closing: {
              /** @enum {string} */
              owed: 'named' | 'refused';
              /** @enum {string} */
              targets: 'shown' | 'met';
            };
            evidence: string[];
            secondPerson: ('task.void' | 'task.terminate' | 'task.correct' | 'task.suspend' | 'task.extend')[];
            protectionLevel: (2 | 3) | null;
          };
          /** @enum {string} */
          holds: 'new' | 'open';
          reason: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            id: string;
            revision: number;
            position: string;
            events: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.summary': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path: {
        ledgerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            byUnit: {
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              };
              total: number;
              normal: number;
              near: number;
              late: number;
              suspended: number;
              closed: number;
              terminated: number;
              voided: number;
              draft: number;
            }[];
            countedAgain: number;
            bySection: {
              section: string;
              total: number;
              normal: number;
              near: number;
              late: number;
              suspended: number;
              closed: number;
              terminated: number;
              voided: number;
              draft: number;
            }[];
            worst: {
              /** Format: uuid */
              taskId: string;
              /** Format: uuid */
              ledgerId: string;
              ledgerName: string | null;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
              /** Format: uuid */
              importId: string;
              serial: number;
              parentNumber: string | null;
              childCount: {
                total: number;
                open: number;
              } | null;
              taskNumber: string | null;
              title: string;
              /** @enum {string} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated';
              leadUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              supportUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              unansweredUnitIds: string[];
              laneSteps: {
                /** Format: uuid */
                unitId: string;
                /** @enum {string} */
                step: 'waiting' | 'declined' | 'working' | 'claimed';
              }[];
              leadUnitNames: string[];
              supportUnitNames: string[];
              section: string;
              sourceNumber: string;
              limitCount: number;
              doubtCount: number;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              nextDue: string | null;
              /** @enum {string} */
              lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
              remainingWorkingDays: number | null;
              percent: number | null;
              indicators: {
                indicatorId: string;
                name: string;
                /** @enum {string} */
                op: '>=' | '<=' | '=' | 'range';
                value: number;
                max: number | null;
                unit: string;
                /** @default false */
                approximate: boolean;
                sourceText: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                reading: {
                  value: number;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  readOn: string;
                } | null;
              }[];
              lastReport: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                occurredOn: string;
                progress: string;
              } | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              suspendedUntil: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastUrgedOn: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastInstructedOn: string | null;
              extensionAsked: boolean;
              asked: {
                /** Format: uuid */
                proposalId: string;
                act: string;
                /** Format: uuid */
                by: string;
                byName: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                until: string | null;
                grounds: string;
                measures: ('bulletin' | 'talk' | 'listed')[];
              }[];
              /** @enum {string|null} */
              outcome: 'rectified' | 'continuing' | 'not-rectified' | null;
              closingNumber: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              closedOn: string | null;
              revision: number;
              /** Format: date-time */
              recordedAt: string;
            }[];
            held: {
              /** @enum {string} */
              kind:
                | 'assign'
                | 'reply'
                | 'work'
                | 'reassign'
                | 'check'
                | 'close'
                | 'suspended'
                | 'review'
                | 'decide'
                | 'answer';
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              workingDays: number;
            }[];
            sections: string[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'ledger.numbers': {
    parameters: {
      query?: {
        code?: string;
        closingPrefix?: string;
        documentNumber?: string;
        title?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            takenBy: {
              code: string | null;
              closingPrefix: string | null;
            };
            suggested: {
              code: string | null;
              closingPrefix: string | null;
            };
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'import.read': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            /** Format: uuid */
            ledgerId: string;
            /** Format: uuid */
            importId: string;
            source: {
              /** @enum {string} */
              kind: 'document' | 'manual';
              title: string;
              documentNumber: string | null;
              year: number | null;
              contentHash: string | null;
            };
            firstSerial: number;
            taskCount: number;
            drafted: number;
            complete: boolean;
            /** Format: date-time */
            startedAt: string;
            tasks: {
              /** Format: uuid */
              taskId: string;
              serial: number;
              title: string;
              /** @enum {string} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated';
              revision: number;
              doubts: {
                field: string;
                message: string;
              }[];
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.list': {
    parameters: {
      query?: {
        ledgerId?: string;
        importId?: string;
        parentId?: string;
        status?: (
          | 'draft'
          | 'hung'
          | 'assigned'
          | 'declined'
          | 'underway'
          | 'suspended'
          | 'closure-requested'
          | 'verified'
          | 'returned'
          | 'closed'
          | 'voided'
          | 'terminated'
        )[];
        outcome?: ('rectified' | 'continuing' | 'not-rectified')[];
        leadUnit?: string[];
        unit?: string[];
        lamp?: ('normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided')[];
        mine?: (
          | 'decide'
          | 'close'
          | 'check'
          | 'declined'
          | 'reassign'
          | 'assign'
          | 'confirm'
          | 'review'
          | 'accept'
          | 'answer'
          | 'request'
          | 'record'
          | 'overdue'
          | 'urge'
          | 'work'
          | 'away'
          | 'late'
        )[];
        section?: string[];
        dueFrom?: string;
        dueTo?: string;
        text?: string;
        sort?: 'serial' | 'due' | 'recorded' | 'percent';
        order?: 'asc' | 'desc';
        limit?: number;
        cursor?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            total: number;
            totalIsFloor: boolean;
            tasks: {
              /** Format: uuid */
              taskId: string;
              /** Format: uuid */
              ledgerId: string;
              ledgerName: string | null;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
              /** Format: uuid */
              importId: string;
              serial: number;
              parentNumber: string | null;
              childCount: {
                total: number;
                open: number;
              } | null;
              taskNumber: string | null;
              title: string;
              /** @enum {string} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated';
              leadUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              supportUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              unansweredUnitIds: string[];
              laneSteps: {
                /** Format: uuid */
                unitId: string;
                /** @enum {string} */
                step: 'waiting' | 'declined' | 'working' | 'claimed';
              }[];
              leadUnitNames: string[];
              supportUnitNames: string[];
              section: string;
              sourceNumber: string;
              limitCount: number;
              doubtCount: number;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              nextDue: string | null;
              /** @enum {string} */
              lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
              remainingWorkingDays: number | null;
              percent: number | null;
              indicators: {
                indicatorId: string;
                name: string;
                /** @enum {string} */
                op: '>=' | '<=' | '=' | 'range';
                value: number;
                max: number | null;
                unit: string;
                /** @default false */
                approximate: boolean;
                sourceText: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                reading: {
                  value: number;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  readOn: string;
                } | null;
              }[];
              lastReport: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                occurredOn: string;
                progress: string;
              } | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              suspendedUntil: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastUrgedOn: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastInstructedOn: string | null;
              extensionAsked: boolean;
              asked: {
                /** Format: uuid */
                proposalId: string;
                act: string;
                /** Format: uuid */
                by: string;
                byName: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                until: string | null;
                grounds: string;
                measures: ('bulletin' | 'talk' | 'listed')[];
              }[];
              /** @enum {string|null} */
              outcome: 'rectified' | 'continuing' | 'not-rectified' | null;
              closingNumber: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              closedOn: string | null;
              revision: number;
              /** Format: date-time */
              recordedAt: string;
            }[];
            next: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.read': {
    parameters: {
      query?: {
        revision?: number;
        after?: string;
      };
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            asOf: {
              revision: number;
              /** Format: date-time */
              recordedAt: string;
            } | null;
            task: {
              /** Format: uuid */
              taskId: string;
              /** Format: uuid */
              ledgerId: string;
              ledgerName: string | null;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
              /** Format: uuid */
              importId: string;
              serial: number;
              parentNumber: string | null;
              childCount: {
                total: number;
                open: number;
              } | null;
              taskNumber: string | null;
              title: string;
              /** @enum {string} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated';
              leadUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              supportUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              unansweredUnitIds: string[];
              laneSteps: {
                /** Format: uuid */
                unitId: string;
                /** @enum {string} */
                step: 'waiting' | 'declined' | 'working' | 'claimed';
              }[];
              leadUnitNames: {
                name: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                collective: boolean;
              }[];
              supportUnitNames: {
                name: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                collective: boolean;
              }[];
              section: string;
              sourceNumber: string;
              limitCount: number;
              doubtCount: number;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              nextDue: string | null;
              /** @enum {string} */
              lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
              remainingWorkingDays: number | null;
              percent: number | null;
              indicators: {
                indicatorId: string;
                name: string;
                /** @enum {string} */
                op: '>=' | '<=' | '=' | 'range';
                value: number;
                max: number | null;
                unit: string;
                /** @default false */
                approximate: boolean;
                sourceText: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                reading: {
                  value: number;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  readOn: string;
                } | null;
              }[];
              lastReport: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                occurredOn: string;
                progress: string;
              } | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              suspendedUntil: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastUrgedOn: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              lastInstructedOn: string | null;
              extensionAsked: boolean;
              asked: {
                /** Format: uuid */
                proposalId: string;
                act: string;
                /** Format: uuid */
                by: string;
                byName: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                until: string | null;
                grounds: string;
                measures: ('bulletin' | 'talk' | 'listed')[];
              }[];
              /** @enum {string|null} */
              outcome: 'rectified' | 'continuing' | 'not-rectified' | null;
              closingNumber: string | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              closedOn: string | null;
              revision: number;
              /** Format: date-time */
              recordedAt: string;
              body: string;
              source: {
                documentTitle: string;
                documentNumber: string | null;
                section: string;
                number: string;
                span: {
                  start: number;
                  end: number;
                } | null;
              };
              doubts: {
                field: string;
                message: string;
              }[];
              lanes: {
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                };
                /** @enum {string} */
                role: 'lead' | 'support';
                /** @enum {string} */
                answer: 'waiting' | 'accepted' | 'declined';
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                claimedOn: string | null;
                lastReport: {
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                  progress: string;
                  problems: string;
                  percent: number | null;
                } | null;
                shown: string[];
                reportable: {
                  limitId: string;
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  due: string | null;
                  next: boolean;
                  movesFor: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  }[];
                  forLead: boolean;
                }[];
                doneSince: {
                  limitId: string;
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  due: string | null;
                  claimed: boolean;
                }[];
                owed: {
                  limitId: string;
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  due: string | null;
                }[];
              }[];
              limits: {
                limitId: string;
                sourceText: string;
                what: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string | null;
                recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                dueOn: {
                  month: number;
                  day: number | null;
                } | null;
                /** @enum {string} */
                countedIn?: 'calendar-day' | 'working-day' | 'month';
                span: {
                  start: number;
                  end: number;
                } | null;
                owedBy: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                }[];
                chain: {
                  kind: string;
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  due: string | null;
                  recurrence:
                    (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                  dueOn: {
                    month: number;
                    day: number | null;
                  } | null;
                  /** Format: date-time */
                  since: string;
                  reason: string;
                  people: {
                    askedBy: string;
                    approvedBy: string | null;
                    askedFor: {
                      /** Format: uuid */
                      unitId: string;
                      name: string;
                    } | null;
                  } | null;
                }[];
                openPeriods: {
                  period: string;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  due: string;
                }[];
                done: {
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  recordedOn: string;
                  daysLate: number;
                  claimedByRequest: boolean;
                } | null;
                completions: {
                  unit: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  };
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  recordedOn: string;
                  claimedByRequest: boolean;
                }[];
                completionCount: number;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                verifiedOn: string | null;
                /** Format: date-time */
                armedAt: string | null;
                /** @enum {string} */
                lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
                remainingWorkingDays: number | null;
              }[];
              /** @enum {string|null} */
              limitsConfirmed: 'confirmed' | 'none' | null;
              assignment: {
                requirements: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                replyBy: string | null;
              } | null;
              rules: {
                policy: string;
                calendar: string;
              } | null;
              measures: {
                /** @enum {string} */
                measure: 'bulletin' | 'talk' | 'listed';
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                };
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                by: string;
              }[];
              instructions: {
                /** Format: uuid */
                instructionId: string;
                text: string;
                by: string;
                recordedBy: string | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                answerBy: string;
                remainingWorkingDays: number | null;
                units: {
                  unit: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  };
                  left: boolean;
                  lapsed: boolean;
                  answer: {
                    text: string;
                    /**
                     * Format: date
                     * @description 日期，格式 YYYY-MM-DD
                     */
                    on: string;
                    by: string;
                    files: {
                      hash: string;
                      fileName: string;
                      mediaType: string;
                      size: number;
                      kind?: string;
                    }[];
                    onBehalf: {
                      saidBy: string;
                      /** @enum {string} */
                      how: 'phone' | 'paper' | 'meeting' | 'message';
                      /**
                       * Format: date
                       * @description 日期，格式 YYYY-MM-DD
                       */
                      saidOn: string;
                    } | null;
                  } | null;
                }[];
              }[];
              delays: {
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                } | null;
                limit: {
                  limitId: string;
                  period: string | null;
                } | null;
                /** @enum {string|null} */
                turn:
                  | 'assign'
                  | 'reply'
                  | 'work'
                  | 'reassign'
                  | 'check'
                  | 'close'
                  | 'suspended'
                  | 'review'
                  | 'decide'
                  | 'answer'
                  | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string;
                /** @enum {string} */
                rung: 'remind' | 'due' | 'urge' | 'escalate' | 'propose' | 'notice';
                daysLate: number;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                toldOn: string;
                told: string[];
                read: {
                  name: string;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                }[];
              }[];
              policy: {
                closing: {
                  /** @enum {string} */
                  owed: 'named' | 'refused';
                  /** @enum {string} */
                  targets: 'shown' | 'met';
                };
                evidence: string[];
                secondPerson: ('task.void' | 'task.terminate' | 'task.correct' | 'task.suspend' | 'task.extend')[];
                clocks: {
                  assign: number;
                  reply: number;
                  reassign: number;
                  check: number;
                  close: number;
                  decide: number;
                  answer: number;
                  reviewMonths: number;
                };
              };
              acceptance: string[];
              suspension: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                until: string;
                reason: string;
                authority: {
                  /** @enum {string} */
                  kind: 'document' | 'meeting' | 'instruction';
                  reference: string;
                };
              } | null;
              parent: {
                /** Format: uuid */
                taskId: string;
                number: string;
                title: string | null;
              } | null;
              children: {
                rule: {
                  /** @enum {string} */
                  progress: 'average' | 'all';
                  indicators: {
                    indicatorId: string;
                    /** @enum {string} */
                    rule: 'sum' | 'average' | 'all';
                  }[];
                };
                tasks: {
                  /** Format: uuid */
                  taskId: string;
                  number: string;
                  /** @enum {string|null} */
                  ended: 'closed' | 'voided' | 'terminated' | null;
                  /** @enum {string|null} */
                  outcome: 'rectified' | 'continuing' | 'not-rectified' | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  endedOn: string | null;
                  standing: {
                    title: string;
                    /** @enum {string} */
                    status:
                      | 'draft'
                      | 'hung'
                      | 'assigned'
                      | 'declined'
                      | 'underway'
                      | 'suspended'
                      | 'closure-requested'
                      | 'verified'
                      | 'returned'
                      | 'closed'
                      | 'voided'
                      | 'terminated';
                    leadUnits: {
                      /** Format: uuid */
                      unitId: string;
                      name: string;
                    }[];
                    percent: number | null;
                    /**
                     * Format: date
                     * @description 日期，格式 YYYY-MM-DD
                     */
                    nextDue: string | null;
                    /** @enum {string} */
                    lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
                    remainingWorkingDays: number | null;
                    inSight: boolean;
                  } | null;
                }[];
                progress: {
                  value: number | null;
                  from: number;
                  of: number;
                  approximate?: number;
                } | null;
                indicators: {
                  indicatorId: string;
                  rule: string;
                  value: number | null;
                  from: number;
                  of: number;
                  approximate?: number;
                }[];
              } | null;
              proposals: {
                /** Format: uuid */
                proposalId: string;
                act: string;
                word: string;
                by: {
                  name: string;
                  unit: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  } | null;
                };
                onBehalf: {
                  saidBy: string;
                  /** @enum {string} */
                  how: 'phone' | 'paper' | 'meeting' | 'message';
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  saidOn: string;
                } | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                grounds: string;
                groundsNow: string | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                decideBy: string;
                extension: {
                  limitId: string;
                  period: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  from: string | null;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  to: string;
                  late: boolean;
                  movesFor: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  }[];
                } | null;
                suspension: {
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  until: string;
                  authority: {
                    /** @enum {string} */
                    kind: 'document' | 'meeting' | 'instruction';
                    reference: string;
                  };
                } | null;
                termination: {
                  authority: {
                    /** @enum {string} */
                    kind: 'document' | 'meeting' | 'instruction';
                    reference: string;
                  };
                } | null;
                correction: {
                  moves: {
                    limitId: string;
                    from: {
                      /**
                       * Format: date
                       * @description 日期，格式 YYYY-MM-DD
                       */
                      due: string | null;
                      recurrence:
                        (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                      dueOn: {
                        month: number;
                        day: number | null;
                      } | null;
                    };
                    to: {
                      /**
                       * Format: date
                       * @description 日期，格式 YYYY-MM-DD
                       */
                      due: string | null;
                      recurrence:
                        (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                      dueOn: {
                        month: number;
                        day: number | null;
                      } | null;
                    } | null;
                  }[];
                  texts: {
                    /** @enum {string} */
                    part: 'title' | 'body' | 'limit';
                    limitId: string | null;
                    from: string;
                    to: string;
                  }[];
                  units: {
                    /** @enum {string} */
                    role: 'lead' | 'support';
                    from: {
                      /** Format: uuid */
                      unitId: string;
                      name: string;
                    }[];
                    to: {
                      /** Format: uuid */
                      unitId: string;
                      name: string;
                    }[];
                  }[];
                  added: {
                    what: string;
                    terms: {
                      /**
                       * Format: date
                       * @description 日期，格式 YYYY-MM-DD
                       */
                      due: string | null;
                      recurrence:
                        (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                      dueOn: {
                        month: number;
                        day: number | null;
                      } | null;
                    };
                    owedBy: {
                      /** Format: uuid */
                      unitId: string;
                      name: string;
                    }[];
                  }[];
                  targets: {
                    from: {
                      name: string;
                      /** @enum {string} */
                      op: '>=' | '<=' | '=' | 'range';
                      value: number;
                      max: number | null;
                      unit: string;
                      /** @default false */
                      approximate: boolean;
                    } | null;
                    to: {
                      name: string;
                      /** @enum {string} */
                      op: '>=' | '<=' | '=' | 'range';
                      value: number;
                      max: number | null;
                      unit: string;
                      /** @default false */
                      approximate: boolean;
                    } | null;
                  }[];
                } | null;
                measures: {
                  unit: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  };
                  offered: ('bulletin' | 'talk' | 'listed')[];
                } | null;
                unfit: string | null;
                own: boolean;
                barred: string | null;
              }[];
              holders: {
                /** @enum {string} */
                kind:
                  | 'assign'
                  | 'reply'
                  | 'work'
                  | 'reassign'
                  | 'check'
                  | 'close'
                  | 'suspended'
                  | 'review'
                  | 'decide'
                  | 'answer';
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                } | null;
                /** Format: date-time */
                since: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string | null;
                remainingWorkingDays: number | null;
              }[];
              held: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                from: string;
                by: {
                  /** @enum {string} */
                  kind:
                    | 'assign'
                    | 'reply'
                    | 'work'
                    | 'reassign'
                    | 'check'
                    | 'close'
                    | 'suspended'
                    | 'review'
                    | 'decide'
                    | 'answer';
                  unit: {
                    /** Format: uuid */
                    unitId: string;
                    name: string;
                  } | null;
                  workingDays: number;
                }[];
              } | null;
              lastProblems: string | null;
              withdrawable: {
                step: string;
                /** Format: uuid */
                commandId: string;
              } | null;
              acts: {
                operation: string;
                word: string;
                permitted: boolean;
                open: boolean;
                reason: string | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                notBefore: string | null;
              }[];
            };
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'delay.list': {
    parameters: {
      query?: {
        ledgerId?: string;
        limit?: number;
        cursor?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            total: number;
            totalIsFloor: boolean;
            tasks: {
              /** Format: uuid */
              taskId: string;
              /** Format: uuid */
              ledgerId: string;
              taskNumber: string | null;
              title: string;
              limits: {
                limitId: string;
                what: string;
                sourceText: string;
              }[];
              delays: {
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                } | null;
                limit: {
                  limitId: string;
                  period: string | null;
                } | null;
                /** @enum {string|null} */
                turn:
                  | 'assign'
                  | 'reply'
                  | 'work'
                  | 'reassign'
                  | 'check'
                  | 'close'
                  | 'suspended'
                  | 'review'
                  | 'decide'
                  | 'answer'
                  | null;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string;
                /** @enum {string} */
                rung: 'remind' | 'due' | 'urge' | 'escalate' | 'propose' | 'notice';
                daysLate: number;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                toldOn: string;
                told: string[];
                read: {
                  name: string;
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                }[];
                lateNow: number;
                next: {
                  /** @enum {string} */
                  rung: 'remind' | 'due' | 'urge' | 'escalate' | 'propose' | 'notice';
                  /**
                   * Format: date
                   * @description 日期，格式 YYYY-MM-DD
                   */
                  on: string;
                } | null;
              }[];
            }[];
            next: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit-list.list': {
    parameters: {
      query: {
        ledgerId: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            lists: {
              name: string;
              units: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.timeline': {
    parameters: {
      query?: {
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: number;
        after?: string;
      };
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            total: number;
            entries: {
              revision: number;
              position: string;
              /** Format: uuid */
              eventId: string;
              /** Format: uuid */
              commandId: string;
              act: string;
              type: string;
              /** Format: date-time */
              recordedAt: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              occurredOn: string | null;
              actor: {
                /** Format: uuid */
                accountId: string;
                name: string;
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
                /** Format: uuid */
                unitId: string | null;
                unitName: string | null;
              };
              concerns: {
                /** Format: uuid */
                accountId: string;
                name: string;
              } | null;
              /** Format: date-time */
              passwordResetAt: string | null;
              units: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              files: {
                hash: string;
                fileName: string;
                mediaType: string;
                size: number;
                kind?: string;
              }[];
              children: {
                /** Format: uuid */
                taskId: string;
                number: string | null;
                title: string;
              }[];
              people: {
                /** Format: uuid */
                accountId: string;
                name: string;
              }[];
              data: {
                [key: string]: unknown;
              };
              hash: string;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
            }[];
            next: number | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'task.events': {
    parameters: {
      query?: {
        limit?: number;
        cursor?: number;
        after?: string;
      };
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            events: {
              /** Format: uuid */
              eventId: string;
              stream: string;
              revision: number;
              position: string;
              type: string;
              schemaVersion: number;
              metadata: {
                [key: string]: unknown;
              };
              data: {
                [key: string]: unknown;
              };
              hash: string;
              previousHash: string;
            }[];
            next: number | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'event.list': {
    parameters: {
      query?: {
        accountId?: string;
        unitId?: string;
        type?: string[];
        category?: (
          | 'task'
          | 'ledger'
          | 'series'
          | 'numbering'
          | 'streak'
          | 'unit'
          | 'account'
          | 'departure'
          | 'calendar'
          | 'policy'
          | 'installation'
        )[];
        from?: string;
        to?: string;
        taskId?: string;
        ledgerId?: string;
        limit?: number;
        cursor?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            entries: {
              revision: number;
              position: string;
              /** Format: uuid */
              eventId: string;
              /** Format: uuid */
              commandId: string;
              act: string;
              type: string;
              /** Format: date-time */
              recordedAt: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              occurredOn: string | null;
              actor: {
                /** Format: uuid */
                accountId: string;
                name: string;
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
                /** Format: uuid */
                unitId: string | null;
                unitName: string | null;
              };
              concerns: {
                /** Format: uuid */
                accountId: string;
                name: string;
              } | null;
              /** Format: date-time */
              passwordResetAt: string | null;
              units: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              files: {
                hash: string;
                fileName: string;
                mediaType: string;
                size: number;
                kind?: string;
              }[];
              children: {
                /** Format: uuid */
                taskId: string;
                number: string | null;
                title: string;
              }[];
              people: {
                /** Format: uuid */
                accountId: string;
                name: string;
              }[];
              data: {
                [key: string]: unknown;
              };
              hash: string;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
              stream: string;
              /** @enum {string} */
              category:
                | 'task'
                | 'ledger'
                | 'series'
                | 'numbering'
                | 'streak'
                | 'unit'
                | 'account'
                | 'departure'
                | 'calendar'
                | 'policy'
                | 'installation';
              /** Format: uuid */
              taskId: string | null;
              taskNumber: string | null;
              title: string | null;
              /** Format: uuid */
              ledgerId: string | null;
              ledgerName: string | null;
            }[];
            next: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'home.read': {
    parameters: {
      query?: {
        ledgerId?: string;
        limit?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            late: {
              tasks: number;
              isFloor: boolean;
              workingDays: number;
              resting: number;
            } | null;
            overClock: number;
            waits: {
              /** @enum {string} */
              kind:
                | 'decide'
                | 'close'
                | 'check'
                | 'declined'
                | 'reassign'
                | 'assign'
                | 'confirm'
                | 'review'
                | 'accept'
                | 'answer'
                | 'request'
                | 'record'
                | 'overdue'
                | 'urge'
                | 'work'
                | 'away'
                | 'late';
              tasks: number;
              isFloor: boolean;
            }[];
            total: {
              tasks: number;
              isFloor: boolean;
            };
            toDo: {
              tasks: number;
              isFloor: boolean;
            };
            rows: {
              /** Format: uuid */
              taskId: string;
              /** Format: uuid */
              ledgerId: string;
              taskNumber: string | null;
              title: string;
              /** @enum {string} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated';
              leadUnits: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              /** @enum {string} */
              kind:
                | 'decide'
                | 'close'
                | 'check'
                | 'declined'
                | 'reassign'
                | 'assign'
                | 'confirm'
                | 'review'
                | 'accept'
                | 'answer'
                | 'request'
                | 'record'
                | 'overdue'
                | 'urge'
                | 'work'
                | 'away'
                | 'late';
              also: (
                | 'decide'
                | 'close'
                | 'check'
                | 'declined'
                | 'reassign'
                | 'assign'
                | 'confirm'
                | 'review'
                | 'accept'
                | 'answer'
                | 'request'
                | 'record'
                | 'overdue'
                | 'urge'
                | 'work'
                | 'away'
                | 'late'
              )[];
              lateLimit: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string;
                workingDays: number;
              } | null;
              act: string | null;
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              due: string | null;
              dueOfTask: boolean;
              /** @enum {string} */
              lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
              remainingWorkingDays: number | null;
              since: {
                /** Format: date-time */
                at: string;
                workingDays: number;
              } | null;
              clock: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string;
                remainingWorkingDays: number;
              } | null;
              asked: {
                act: string;
                word: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                until: string | null;
                grounds: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                on: string;
                byName: string;
              } | null;
              toRead: boolean;
              decided: ('bulletin' | 'talk' | 'listed')[];
              percent: number | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              suspendedUntil: string | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'inbox.read': {
    parameters: {
      query?: {
        box?: 'waiting' | 'news' | 'settled';
        ledgerId?: string;
        kind?: (
          | 'accept'
          | 'answer'
          | 'assign-again'
          | 'decide'
          | 'verify'
          | 'close'
          | 'rectify'
          | 'remind'
          | 'urge'
          | 'escalate'
          | 'notice'
          | 'measure-taken'
          | 'instructed'
          | 'instruction-answered'
          | 'instruction-lapsed'
          | 'reported'
          | 'support-reported'
          | 'urge-copy'
          | 'extension-asked'
          | 'recorded'
          | 'decided'
          | 'closed'
          | 'suspended'
          | 'resumed'
          | 'children-ended'
          | 'ended'
          | 'date-moved'
          | 'limit-added'
          | 'limit-removed'
          | 'target-moved'
          | 'imported'
        )[];
        since?: string;
        limit?: number;
        cursor?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            counts: {
              waiting: number;
              late: number;
              dueToday: number;
              ownLate: number;
              ownDueToday: number;
              byKind: {
                [key: string]: number;
              };
              since: number | null;
            };
            entries: {
              entryId: string;
              /** @enum {string} */
              kind:
                | 'accept'
                | 'answer'
                | 'assign-again'
                | 'decide'
                | 'verify'
                | 'close'
                | 'rectify'
                | 'remind'
                | 'urge'
                | 'escalate'
                | 'notice'
                | 'measure-taken'
                | 'instructed'
                | 'instruction-answered'
                | 'instruction-lapsed'
                | 'reported'
                | 'support-reported'
                | 'urge-copy'
                | 'extension-asked'
                | 'recorded'
                | 'decided'
                | 'closed'
                | 'suspended'
                | 'resumed'
                | 'children-ended'
                | 'ended'
                | 'date-moved'
                | 'limit-added'
                | 'limit-removed'
                | 'target-moved'
                | 'imported';
              /** @enum {string} */
              role:
                | 'reporter'
                | 'unit-head'
                | 'supervision-clerk'
                | 'verifier'
                | 'closer'
                | 'leader'
                | 'auditor'
                | 'system-administrator'
                | 'security-administrator'
                | 'audit-administrator'
                | 'engine';
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              /** Format: uuid */
              ledgerId: string;
              /** Format: uuid */
              taskId: string | null;
              taskNumber: string | null;
              title: string | null;
              /** @enum {string|null} */
              status:
                | 'draft'
                | 'hung'
                | 'assigned'
                | 'declined'
                | 'underway'
                | 'suspended'
                | 'closure-requested'
                | 'verified'
                | 'returned'
                | 'closed'
                | 'voided'
                | 'terminated'
                | null;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              nextDue: string | null;
              /** @enum {string} */
              lamp: 'normal' | 'near' | 'late' | 'suspended' | 'closed' | 'terminated' | 'voided';
              remainingWorkingDays: number | null;
              clock: {
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string;
                remainingWorkingDays: number;
              } | null;
              about: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              toRead: boolean;
              data: {
                [key: string]: unknown;
              };
              actorName: string;
              /** Format: uuid */
              eventId: string;
              position: string;
              /** Format: date-time */
              recordedAt: string;
              /** Format: date-time */
              settledAt: string | null;
            }[];
            next: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'post.list': {
    parameters: {
      query?: {
        accountId?: string;
        unitId?: string;
        revoked?: string | boolean;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            posts: {
              /** Format: uuid */
              postId: string;
              /** Format: uuid */
              accountId: string;
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              };
              /** @enum {string} */
              role:
                | 'reporter'
                | 'unit-head'
                | 'supervision-clerk'
                | 'verifier'
                | 'closer'
                | 'leader'
                | 'auditor'
                | 'system-administrator'
                | 'security-administrator'
                | 'audit-administrator'
                | 'engine';
              /** Format: uuid */
              ledgerId: string | null;
              practice: boolean;
              inCharge: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              /** Format: date-time */
              grantedAt: string;
              /** Format: date-time */
              revokedAt: string | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account-proposal.list': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            proposals: {
              /** Format: uuid */
              proposalId: string;
              /** Format: uuid */
              accountId: string;
              name: string;
              /** @enum {string} */
              act: 'account.grant-post' | 'account.reset-password';
              post: {
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                };
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
                /** Format: uuid */
                ledgerId: string | null;
              } | null;
              askedBy: {
                /** Format: uuid */
                accountId: string;
                name: string;
              };
              /** Format: date-time */
              askedAt: string;
              waited: number | null;
              late: boolean;
              grounds: string;
              password: {
                by: {
                  /** Format: uuid */
                  accountId: string;
                  name: string;
                };
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                how: 'created' | 'reset' | 'machine';
                /** Format: date-time */
                changedAt: string | null;
              } | null;
              /** @enum {string|null} */
              result: 'approved' | 'refused' | 'overtaken' | 'taken-back' | null;
              reason: string;
              decidedBy: string | null;
              /** Format: date-time */
              decidedAt: string | null;
              done: boolean;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account-news.list': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            entries: {
              revision: number;
              position: string;
              /** Format: uuid */
              eventId: string;
              /** Format: uuid */
              commandId: string;
              act: string;
              type: string;
              /** Format: date-time */
              recordedAt: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              occurredOn: string | null;
              actor: {
                /** Format: uuid */
                accountId: string;
                name: string;
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
                /** Format: uuid */
                unitId: string | null;
                unitName: string | null;
              };
              concerns: {
                /** Format: uuid */
                accountId: string;
                name: string;
              } | null;
              /** Format: date-time */
              passwordResetAt: string | null;
              units: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              files: {
                hash: string;
                fileName: string;
                mediaType: string;
                size: number;
                kind?: string;
              }[];
              children: {
                /** Format: uuid */
                taskId: string;
                number: string | null;
                title: string;
              }[];
              people: {
                /** Format: uuid */
                accountId: string;
                name: string;
              }[];
              data: {
                [key: string]: unknown;
              };
              hash: string;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'register-change.list': {
    parameters: {
      query: {
        category: 'unit' | 'account' | 'calendar' | 'policy';
        id?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            entries: {
              revision: number;
              position: string;
              /** Format: uuid */
              eventId: string;
              /** Format: uuid */
              commandId: string;
              act: string;
              type: string;
              /** Format: date-time */
              recordedAt: string;
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              occurredOn: string | null;
              actor: {
                /** Format: uuid */
                accountId: string;
                name: string;
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
                /** Format: uuid */
                unitId: string | null;
                unitName: string | null;
              };
              concerns: {
                /** Format: uuid */
                accountId: string;
                name: string;
              } | null;
              /** Format: date-time */
              passwordResetAt: string | null;
              units: {
                /** Format: uuid */
                unitId: string;
                name: string;
              }[];
              files: {
                hash: string;
                fileName: string;
                mediaType: string;
                size: number;
                kind?: string;
              }[];
              children: {
                /** Format: uuid */
                taskId: string;
                number: string | null;
                title: string;
              }[];
              people: {
                /** Format: uuid */
                accountId: string;
                name: string;
              }[];
              data: {
                [key: string]: unknown;
              };
              hash: string;
              /** @enum {string|null} */
              ledgerKind: 'reform' | 'rectification' | 'duties' | 'assessment' | 'livelihood' | 'supervision' | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'projection.list': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            projections: {
              name: string;
              version: number;
              position: string | null;
              level: boolean;
              stopped: {
                /** Format: date-time */
                at: string;
                code: string;
                event: string | null;
                message: string;
              } | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit.create-from-names': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          names: string[];
          /**
           * Format: uuid
           * @default null
           */
          parentId?: string | null;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            units: {
              name: string;
              /** Format: uuid */
              unitId: string;
              created: boolean;
            }[];
            position: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'session.sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          loginName: string;
          password: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mustChangePassword: boolean;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'session.sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'me.change-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          currentPassword: string;
          newPassword: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'me.read': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            accountId: string;
            loginName: string;
            displayName: string;
            mustChangePassword: boolean;
            posts: {
              /** Format: uuid */
              postId: string;
              /** Format: uuid */
              unitId: string;
              /** @enum {string} */
              role:
                | 'reporter'
                | 'unit-head'
                | 'supervision-clerk'
                | 'verifier'
                | 'closer'
                | 'leader'
                | 'auditor'
                | 'system-administrator'
                | 'security-administrator'
                | 'audit-administrator'
                | 'engine';
              /** Format: uuid */
              ledgerId: string | null;
              practice?: boolean;
              inCharge?: string[];
              unitName: string;
              ledgerName: string | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'me.seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            /** Format: date-time */
            seenAt: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'me.mark-seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          position: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            /** Format: date-time */
            seenAt: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'token.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tokens: {
              /** Format: uuid */
              tokenId: string;
              name: string;
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              expiresAt: string;
              /** Format: date-time */
              lastUsedAt: string | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'token.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /** @default 90 */
          days?: number;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            tokenId: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            secret: string;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'token.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accounts: {
              /** Format: uuid */
              accountId: string;
              loginName: string;
              displayName: string;
              mustChangePassword: boolean;
              disabled: boolean;
              locked: boolean;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.create': {
    parameters: {
      query?: never;
      header?: {
        /** @description 同一编号的请求重复提交只生效一次 */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          loginName: string;
          displayName: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            accountId: string;
            loginName: string;
            displayName: string;
            mustChangePassword: boolean;
            disabled: boolean;
            locked: boolean;
            oneTimePassword: string | null;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'account.reset-password': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            accountId: string;
            loginName: string;
            displayName: string;
            mustChangePassword: boolean;
            disabled: boolean;
            locked: boolean;
            oneTimePassword: string | null;
            waiting: boolean;
            position: string;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'unit-staffing.list': {
    parameters: {
      query?: {
        ledgerId?: string;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            units: {
              /** Format: uuid */
              unitId: string;
              /** @enum {string} */
              staffing: 'able' | 'no-head';
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'post-gap.list': {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            people: number;
            gaps: {
              ledger: {
                /** Format: uuid */
                ledgerId: string;
                name: string;
              } | null;
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              /** @enum {string} */
              lack: 'clerk' | 'verifier' | 'other-verifier' | 'closer' | 'other-closer' | 'decider' | 'leader';
            }[];
            tasks: {
              /** @enum {string} */
              lack: 'verify' | 'close';
              tasks: number;
              examples: {
                /** Format: uuid */
                taskId: string;
                number: string;
                title: string;
              }[];
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'post-gap.preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              act: 'account.grant-post';
              /** Format: uuid */
              accountId: string;
              /** Format: uuid */
              unitId: string;
              /** @enum {string} */
              role:
                | 'reporter'
                | 'unit-head'
                | 'supervision-clerk'
                | 'verifier'
                | 'closer'
                | 'leader'
                | 'auditor'
                | 'system-administrator'
                | 'security-administrator'
                | 'audit-administrator';
              /**
               * Format: uuid
               * @default null
               */
              ledgerId?: string | null;
            }
          | {
              /** @enum {string} */
              act: 'account.revoke-post';
              /** Format: uuid */
              accountId: string;
              /** Format: uuid */
              postId: string;
            }
          | {
              /** @enum {string} */
              act: 'account.disable';
              /** Format: uuid */
              accountId: string;
            };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: string | null;
            people: number;
            gaps: {
              ledger: {
                /** Format: uuid */
                ledgerId: string;
                name: string;
              } | null;
              unit: {
                /** Format: uuid */
                unitId: string;
                name: string;
              } | null;
              /** @enum {string} */
              lack: 'clerk' | 'verifier' | 'other-verifier' | 'closer' | 'other-closer' | 'decider' | 'leader';
            }[];
            tasks: {
              /** @enum {string} */
              lack: 'verify' | 'close';
              tasks: number;
              examples: {
                /** Format: uuid */
                taskId: string;
                number: string;
                title: string;
              }[];
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'evidence.upload': {
    parameters: {
      query: {
        fileName: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': Blob;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hash: string;
            fileName: string;
            mediaType: string;
            size: number;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'evidence.read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        hash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Blob;
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'document.read': {
    parameters: {
      query?: {
        fileName?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/plain': Blob;
        'application/octet-stream': Blob;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            text: string;
            source: {
              /** @enum {string} */
              kind: 'document' | 'manual';
              title: string;
              documentNumber: string | null;
              year: number | null;
              contentHash: string | null;
            };
            tasks: {
              title: string;
              body: string;
              leadUnitNames: {
                name: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                collective: boolean;
              }[];
              supportUnitNames: {
                name: string;
                span: {
                  start: number;
                  end: number;
                } | null;
                collective: boolean;
              }[];
              limits: {
                limitId: string;
                sourceText: string;
                what: string;
                /**
                 * Format: date
                 * @description 日期，格式 YYYY-MM-DD
                 */
                due: string | null;
                recurrence: (('daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly') | string) | null;
                dueOn: {
                  month: number;
                  day: number | null;
                } | null;
                /** @enum {string} */
                countedIn?: 'calendar-day' | 'working-day' | 'month';
                span: {
                  start: number;
                  end: number;
                } | null;
              }[];
              indicators: {
                indicatorId: string;
                name: string;
                /** @enum {string} */
                op: '>=' | '<=' | '=' | 'range';
                value: number;
                max: number | null;
                unit: string;
                /** @default false */
                approximate: boolean;
                sourceText: string;
                span: {
                  start: number;
                  end: number;
                } | null;
              }[];
              doubts: {
                field: string;
                message: string;
              }[];
              source: {
                documentTitle: string;
                documentNumber: string | null;
                section: string;
                number: string;
                span: {
                  start: number;
                  end: number;
                } | null;
              };
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'live.follow': {
    parameters: {
      query?: {
        taskId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': Blob;
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'calendar.read': {
    parameters: {
      query?: {
        year?: number;
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version: string;
            region: string;
            year: number;
            provisional: boolean;
            days: {
              /**
               * Format: date
               * @description 日期，格式 YYYY-MM-DD
               */
              day: string;
              /** @enum {string} */
              kind: 'holiday' | 'workday';
              name: string | null;
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'policy.preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: uuid
           * @default null
           */
          ledgerId?: string | null;
          content: {
            ladders: {
              limits: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
              replies: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
              holders: {
                rungs: {
                  rungId: string;
                  /** @enum {string} */
                  kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose';
                  offsetWorkingDays: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                }[];
                notices: {
                  from: number;
                  every: number;
                  at: string;
                  told: ('handler' | 'unit-head' | 'leader' | 'office')[];
                } | null;
              };
            };
            clocks: {
              assign: number;
              reply: number;
              reassign: number;
              check: number;
              close: number;
              decide: number;
              answer: number;
              reviewMonths: number;
            };
            listing: {
              task: number;
              unit: number;
            };
            acceptance: string[];
            closing: {
              /** @enum {string} */
              owed: 'named' | 'refused';
              /** @enum {string} */
              targets: 'shown' | 'met';
            };
            evidence: string[];
            secondPerson: ('task.void' | 'task.terminate' | 'task.correct' | 'task.suspend' | 'task.extend')[];
            protectionLevel: (2 | 3) | null;
          };
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks: number;
            today: {
              /** @enum {string} */
              kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose' | 'notice';
              tasks: number;
            }[];
            late: {
              /** @enum {string} */
              turn:
                | 'assign'
                | 'reply'
                | 'work'
                | 'reassign'
                | 'check'
                | 'close'
                | 'suspended'
                | 'review'
                | 'decide'
                | 'answer';
              tasks: number;
            }[];
            second: {
              /** @enum {string} */
              act: 'task.void' | 'task.terminate' | 'task.correct' | 'task.suspend' | 'task.extend';
              tasks: number;
            }[];
            inTheWay: {
              name: string;
              posts: {
                unit: {
                  /** Format: uuid */
                  unitId: string;
                  name: string;
                };
                /** @enum {string} */
                role:
                  | 'reporter'
                  | 'unit-head'
                  | 'supervision-clerk'
                  | 'verifier'
                  | 'closer'
                  | 'leader'
                  | 'auditor'
                  | 'system-administrator'
                  | 'security-administrator'
                  | 'audit-administrator'
                  | 'engine';
              }[];
            }[];
            examples: {
              /** Format: uuid */
              taskId: string;
              number: string;
              title: string;
              /** @enum {string} */
              kind: 'remind' | 'due' | 'urge' | 'escalate' | 'propose' | 'notice';
            }[];
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'health.read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ready: boolean;
            checks: {
              [key: string]: {
                healthy: boolean;
                details?: {
                  [key: string]: unknown;
                };
              };
            };
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'process.live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            live: true;
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'process.ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ready: boolean;
            checks: {
              [key: string]: {
                healthy: boolean;
                details?: {
                  [key: string]: unknown;
                };
              };
            };
          };
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
  'process.metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': Blob;
        };
      };
      /** @description 出错时的答复 */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            message: string;
            errorId: string;
          };
        };
      };
    };
  };
}
