import { createLogger, loadConfig, openDatabase } from '../src/index';

/** Holds a data folder (`TAIZHANG_DATA`) and says where its database is, until its input closes or it is killed. */
async function main(): Promise<void> {
  const database = await openDatabase(loadConfig(process.env), createLogger('warn'));
  process.stdout.write(`${JSON.stringify({ ownerUrl: database.ownerUrl, appUrl: database.appUrl })}\n`);
  await database.ended;
}

process.stdin.on('end', () => process.exit(0)).resume();
void main();
