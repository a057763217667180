/** The packages that the benches compare with: dependencies of their own, apart from the product's. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function installPeers(): void {
  const folder = fileURLToPath(new URL('../peers', import.meta.url));
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
