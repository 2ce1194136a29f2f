/** What the methods of commands come down to. */
export abstract class Requester {
  /** @internal Takes a command's words and its arguments in one array, which becomes the request's own. */
  abstract request(args: unknown[]): unknown

  /** Written out, because spreading an array into another takes longer than sending the command. */
  protected oneWord(word: string, args: unknown[]): unknown {
    switch (args.length) {
      case 0:
        return this.request([word])
      case 1:
        return this.request([word, args[0]])
      case 2:
        return this.request([word, args[0], args[1]])
      case 3:
        return this.request([word, args[0], args[1], args[2]])
      default:
        return this.request([word, ...args])
    }
  }

  protected words(words: string[], args: unknown[]): unknown {
    return this.request([...words, ...args])
  }
}
