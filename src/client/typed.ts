import { CommandMethods } from './command-methods.generated.ts'

/**
 * The base of what has a method for each command. Its type shows none of them: who extends it says in an interface what
 * they take and give there.
 */
export const TypedBase = CommandMethods as unknown as abstract new () => object
