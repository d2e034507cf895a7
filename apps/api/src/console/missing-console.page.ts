/** What a browser shows when the console has not been built. Plain: it may load nothing. */
export function missingConsolePage(): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>台账</title>
  </head>
  <body>
    <h1>页面尚未生成</h1>
    <p>服务已在运行，数据没有受影响，只是网页文件还没有生成。请管理员在程序目录执行 npm start 重新启动，完成后刷新本页。</p>
  </body>
</html>
`;
}
