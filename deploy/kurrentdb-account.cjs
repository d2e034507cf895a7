/**
 * Makes the account of KurrentDB that EVENTSTORE_URL names, with the one right that it needs beyond the server's presets:
 * to read `$all`. It does no harm to run it again: the account then has the password of the address once more.
 *   EVENTSTORE_URL           the address that the program is to have, with the account's name and password
 *   KURRENTDB_ADMIN_PASSWORD password of the server's `admin`, as it is (not percent-encoded)
 * Run by the cluster profile before the program; by hand after `npm run build`.
 */
const { setTimeout: sleep } = require('node:timers/promises');
const { BACKWARDS, END, EventStoreDBClient } = require('@eventstore/db-client');
const { UsersClient } = require('@eventstore/db-client/generated/users_grpc_pb');
const { CreateReq, ResetPasswordReq, UpdateReq } = require('@eventstore/db-client/generated/users_pb');
const { parseEventstoreAddress, readEventstoreCertificates } = require('#platform');

/** The group that may read `$all`. */
const GROUP = 'taizhang-app';
/** The server's own accounts are not ours to change. */
const ACCOUNTS_OF_THE_SERVER = ['admin', 'ops'];
/** A new cluster elects its leader and makes `admin` only after it has begun to answer. */
const PATIENCE_MILLISECONDS = 90_000;
const PAUSE_MILLISECONDS = 2_000;
/** gRPC's status codes; the first is what the server answers when there is such an account. */
const FAILED_PRECONDITION = 9;
const INTERNAL = 13;

async function main() {
  const address = parseEventstoreAddress(setting('EVENTSTORE_URL'));
  const { credentials } = address;
  if (credentials === null || ACCOUNTS_OF_THE_SERVER.includes(credentials.username)) {
    throw new Error('EVENTSTORE_URL 里应写明程序专用的用户名和口令，不能用 admin 或 ops。');
  }
  const password = setting('KURRENTDB_ADMIN_PASSWORD');
  const admin = connect(address, { username: 'admin', password });
  await patiently(() => letGroupReadAll(admin), 'KurrentDB 连不上，或者 KURRENTDB_ADMIN_PASSWORD 不是 admin 的口令');
  await makeAccount(admin, credentials);
  const program = connect(address, credentials);
  await patiently(() => readAll(program), `账号 ${credentials.username} 仍不能登录并读取 $all`);
  say(`已建立 KurrentDB 账号 ${credentials.username}，可以读取 $all。`);
}

function setting(name) {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`请设置环境变量 ${name}。`);
  return value;
}

function connect(address, credentials) {
  const [endpoint] = address.hosts;
  const isCluster = address.discover || address.hosts.length > 1;
  const nodes = isCluster ? { endpoints: [...address.hosts] } : { endpoint };
  const channel = { insecure: !address.tls, ...readEventstoreCertificates(address) };
  return new EventStoreDBClient(nodes, channel, credentials);
}

/** Adds the group to those who may read `$all`; what else is said of `$all` stays as it is. */
async function letGroupReadAll(admin) {
  const { metadata = {} } = await admin.getStreamMetadata('$all');
  const { readRoles = ['$admins'] } = metadata.acl ?? {};
  const roles = [readRoles].flat();
  if (roles.includes(GROUP)) return;
  await admin.setStreamMetadata('$all', { ...metadata, acl: { ...metadata.acl, readRoles: [...roles, GROUP] } });
}

/** The client has no method for accounts, but brings the protocol's own stubs. */
async function makeAccount(admin, { username, password }) {
  const options = filled(new CreateReq.Options(), { LoginName: username, FullName: username, Password: password });
  options.setGroupsList([GROUP]);
  const isNew = await users(admin, 'create', filled(new CreateReq(), { Options: options }));
  if (isNew) return;
  const update = filled(new UpdateReq.Options(), { LoginName: username, FullName: username });
  update.setGroupsList([GROUP]);
  await users(admin, 'update', filled(new UpdateReq(), { Options: update }));
  const reset = filled(new ResetPasswordReq.Options(), { LoginName: username, NewPassword: password });
  await users(admin, 'resetPassword', filled(new ResetPasswordReq(), { Options: reset }));
}

function filled(message, fields) {
  for (const [name, value] of Object.entries(fields)) message[`set${name}`](value);
  return message;
}

/**
 * Calls the service of accounts. Servers on .NET 9 and later compress its empty answer to nothing, which the client takes
 * for a fault (`INTERNAL`) although the call took effect; signing in afterwards shows whether it did.
 * @returns false if there is such an account already, with another password
 */
function users(admin, method, request) {
  const call = (stub) =>
    new Promise((resolve, reject) => {
      const answered = (error) => {
        if (error && error.code !== INTERNAL && error.code !== FAILED_PRECONDITION) reject(error);
        else resolve(error?.code !== FAILED_PRECONDITION);
      };
      stub[method](request, ...admin.callArguments({ requiresLeader: true }), answered);
    });
  return admin.execute(UsersClient, method, call);
}

async function readAll(program) {
  await program.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })[Symbol.asyncIterator]().next();
}

/** Tries again until it works or the patience ends. */
async function patiently(act, whatFailed) {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw new Error(`${whatFailed}，请检查后重新执行（${error.message}）。`);
      await sleep(PAUSE_MILLISECONDS);
    }
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

main().then(
  // Open connections would keep the process.
  () => process.exit(0),
  (error) => {
    process.stderr.write(`没有建立 KurrentDB 账号：${error.message}\n`);
    process.exit(1);
  },
);
