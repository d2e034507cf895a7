/** The stream of the installation itself; its first event is the first event of the log. */
export const INSTALLATION_STREAM = 'installation-this';

/** An installation as its events tell it. */
export interface InstallationState {
  readonly installationId: string;
}
