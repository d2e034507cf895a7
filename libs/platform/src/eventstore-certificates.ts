import { readFileSync } from 'node:fs';
import { type EventstoreAddress, type EventstoreFiles } from './eventstore-address';
import { eventstoreInvalid } from './eventstore-fault';

/** Contents of the files that an address names, under the names that the client has for them. */
export interface EventstoreCertificates {
  readonly rootCertificate?: Buffer;
  readonly userCertFile?: Buffer;
  readonly userKeyFile?: Buffer;
}

/**
 * Reads the certificates that an address names. Not done while parsing the address: an address can be checked on a machine
 * that does not have the files.
 * @throws TaizhangError CONFIG.INVALID, naming the option whose file cannot be read, and no path
 */
export function readEventstoreCertificates({ files }: EventstoreAddress): EventstoreCertificates {
  return {
    rootCertificate: contentOf(files, 'tlsCAFile'),
    userCertFile: contentOf(files, 'userCertFile'),
    userKeyFile: contentOf(files, 'userKeyFile'),
  };
}

function contentOf(files: EventstoreFiles, option: keyof EventstoreFiles): Buffer | undefined {
  const path = files[option];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw eventstoreInvalid(`选项 ${option} 指明的文件读不到，请检查路径和权限`);
  }
}
