module.exports = {
  setupFilesAfterEnv: ['<rootDir>/setup.cjs'],
}
