const { useRedis } = require('wasm-redis/testing/jest')

// Jest awaits it before it loads a test file, so REDIS_URL is set there.
module.exports = () => useRedis()
