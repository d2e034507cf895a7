import { connect, createServer, type Server, type Socket } from 'node:net';

/** A relay between a client and PostgreSQL, to lose a connection at a chosen moment. */
export class TcpRelay {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private answersLost = false;
  private port = 0;

  private constructor(private readonly target: URL) {
    this.server = createServer((client) => this.relay(client));
  }

  /** Listens on a free port of the loopback. @param url of the database that is relayed to */
  static async open(url: string): Promise<TcpRelay> {
    const relay = new TcpRelay(new URL(url));
    await relay.listen(0);
    return relay;
  }

  /** The database's URL, by way of the relay. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** From now on what the client asks arrives, and the connection is cut when the server answers. */
  loseAnswers(lost: boolean): void {
    this.answersLost = lost;
  }

  /** Cuts every connection. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Cuts every connection and refuses new ones. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  /** Takes connections again, at the same address, after {@link TcpRelay.refuse}. */
  async accept(): Promise<void> {
    await this.listen(this.port);
  }

  /** Cuts every connection and stops listening. */
  async close(): Promise<void> {
    if (this.server.listening) await this.refuse();
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    const address = this.server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  private relay(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', end);
      socket.on('close', end);
      socket.on('close', () => this.sockets.delete(socket));
    }
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk) => (this.answersLost ? end() : client.write(chunk)));
  }
}
