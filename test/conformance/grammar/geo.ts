import type { Random } from '../random.ts'
import { confined, fixed, type Production } from './production.ts'
import { count, counted, float, member, members, value } from './values.ts'

// Keys of their own: a score that is no geohash is converted to an integer of 64 bits, which C leaves open for those out
// of range. The third holds no sorted set.
const places = (r: Random) => r.pick(['g1', 'g1', 'g2', 'g2', 'g3'])
const longitude = (r: Random) => (r.chance(0.95) ? `${r.int(-1800000, 1800000) / 10000}` : float(r))
const latitude = (r: Random) => (r.chance(0.95) ? `${r.int(-850000, 850000) / 10000}` : float(r))
const distance = (r: Random) => (r.chance(0.95) ? `${r.int(0, 20000)}` : float(r))
const unit = (r: Random) => r.pick(['m', 'km', 'ft', 'mi', 'KM', 'parsec'])
const point = (r: Random) => [longitude(r), latitude(r)]
// Some near each other, so that a search finds more than one.
const near = (r: Random) => [`${13 + r.int(-100, 100) / 100}`, `${38 + r.int(-100, 100) / 100}`]
// All on one half of the globe: for a polygon whose middle lies beyond 85 degrees of latitude the engine searches around
// a place that it never computed, and so finds what the memory's content happens to say.
const corner = (r: Random) => [`${r.int(-600000, 800000) / 10000}`, `${r.int(-600000, 600000) / 10000}`]
const order = (r: Random) => r.maybe(0.5, () => [r.pick(['ASC', 'DESC'])])
const most = (r: Random) => r.maybe(0.3, () => ['COUNT', count(r), ...r.maybe(0.3, () => ['ANY'])])
const details = (r: Random) => r.shuffled(['WITHCOORD', 'WITHDIST', 'WITHHASH']).slice(0, r.int(0, 3))

function from(r: Random) {
  return r.chance(0.4) ? ['FROMMEMBER', member(r)] : ['FROMLONLAT', ...(r.chance(0.5) ? near(r) : point(r))]
}

function area(r: Random) {
  switch (r.int(0, 2)) {
    case 0:
      return ['BYRADIUS', distance(r), unit(r)]
    case 1:
      return ['BYBOX', distance(r), distance(r), unit(r)]
    default: {
      const corners = r.many(3, 5, () => (r.chance(0.5) ? near(r) : corner(r)))
      return ['BYPOLYGON', counted(r, corners.flat())[0] === '0' ? '2' : `${corners.length}`, ...corners.flat()]
    }
  }
}

const search = (r: Random) => {
  const shape = area(r)
  return shape[0] === 'BYPOLYGON' && r.chance(0.9) ? shape : [...from(r), ...shape]
}

// No STOREDIST: sine and arc sine may differ in the last bit between C libraries, and a score shows every bit. Other
// replies round distances to a tenth of a millimetre. platform.test.ts compares STOREDIST within a relative 1e-12.
export const geo: readonly Production[] = [
  confined(6, (r) => [
    'GEOADD',
    places(r),
    ...r.many(1, 4, () => [...(r.chance(0.6) ? near(r) : point(r)), member(r)]).flat(),
  ]),
  confined(2, (r) => [
    ...['GEOADD', places(r)],
    ...r.maybe(0.6, () => [r.pick(['NX', 'XX'])]),
    ...r.maybe(0.5, () => ['CH']),
    ...[...point(r), value(r)],
  ]),
  confined(2, (r) => ['GEODIST', places(r), member(r), member(r), ...r.maybe(0.6, () => [unit(r)])]),
  confined(2, (r) => ['GEOHASH', places(r), ...members(r, 0)]),
  confined(2, (r) => ['GEOPOS', places(r), ...members(r, 0)]),
  confined(6, (r) => ['GEOSEARCH', places(r), ...search(r), ...order(r), ...most(r), ...details(r)]),
  confined(3, (r) => {
    return ['GEOSEARCHSTORE', places(r), places(r), ...search(r), ...order(r), ...most(r)]
  }),
  confined(2, (r) => {
    const name = r.pick(['GEORADIUS', 'GEORADIUS_RO'])
    return [name, places(r), ...near(r), distance(r), unit(r), ...details(r), ...most(r), ...order(r)]
  }),
  confined(2, (r) => {
    const name = r.pick(['GEORADIUSBYMEMBER', 'GEORADIUSBYMEMBER_RO'])
    return [name, places(r), member(r), distance(r), unit(r), ...details(r), ...most(r), ...order(r)]
  }),
  confined(1, (r) => {
    const store = ['STORE', places(r)]
    return ['GEORADIUS', places(r), ...near(r), distance(r), unit(r), ...most(r), ...order(r), ...store]
  }),
  confined(1, (r) => ['GEORADIUSBYMEMBER', places(r), member(r), distance(r), unit(r), 'STORE', places(r)]),
  // A geo key is a sorted set of 52-bit scores.
  confined(2, (r) => ['ZRANGE', places(r), '0', '-1', 'WITHSCORES']),
  confined(1, (r) => [r.pick(['ZSCORE', 'ZRANK', 'ZREM']), places(r), member(r)]),
  fixed(0.5, (r) => ['SET', 'g3', value(r)]),
]
