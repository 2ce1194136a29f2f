import { commandTable } from './command-table.generated.ts'

/**
 * Gives `prototype` one method for each command of the engine, which passes the command's words and its arguments on
 * to `call`. Methods that are already there stay.
 */
export function installCommands<Target extends object>(
  prototype: Target,
  call: (target: Target, args: unknown[]) => unknown,
): void {
  for (const [method, ...words] of commandTable) {
    if (method in prototype) continue
    const value = function (this: Target, ...args: unknown[]): unknown {
      return call(this, [...words, ...args])
    }
    Object.defineProperty(value, 'name', { value: method })
    Object.defineProperty(prototype, method, { value, writable: true, configurable: true })
  }
}
