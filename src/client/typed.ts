import { commandTable } from './command-table.generated.ts'

/**
 * Gives `prototype` one method for each command of the engine, which passes the command's words and its arguments on
 * to `send`. Methods that are already there stay.
 */
export function installCommands<Target extends object>(
  prototype: Target,
  send: (target: Target, request: unknown[]) => unknown,
): void {
  for (const [method, ...words] of commandTable) {
    if (method in prototype) continue
    const value = words.length === 1 ? ofOneWord(words[0], send) : ofWords(words, send)
    Object.defineProperty(value, 'name', { value: method })
    Object.defineProperty(prototype, method, { value, writable: true, configurable: true })
  }
}

type Method<Target> = (this: Target, ...args: unknown[]) => unknown

/** Written out, because spreading an array into another takes longer than sending the command. */
function ofOneWord<Target>(word: string, send: (target: Target, request: unknown[]) => unknown): Method<Target> {
  return function (...args) {
    switch (args.length) {
      case 0:
        return send(this, [word])
      case 1:
        return send(this, [word, args[0]])
      case 2:
        return send(this, [word, args[0], args[1]])
      case 3:
        return send(this, [word, args[0], args[1], args[2]])
      default:
        return send(this, [word, ...args])
    }
  }
}

function ofWords<Target>(words: string[], send: (target: Target, request: unknown[]) => unknown): Method<Target> {
  return function (...args) {
    return send(this, [...words, ...args])
  }
}
