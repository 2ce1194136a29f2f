import { expect, it } from 'vitest'
import { openClient } from '../open.ts'

const places = [13.361389, 38.115556, 'Palermo', 15.087269, 37.502669, 'Catania', 12.758489, 38.788135, 'edge']

it('distances are those of a sphere of 6372.797 km', async () => {
  const client = await openClient()
  await client.call('GEOADD', 'g', ...places)
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [a, b] = [radians(38.115556), radians(37.502669)]
  const half =
    Math.sin((a - b) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(15.087269 - 13.361389) / 2) ** 2
  const expected = 2 * 6372.797560856 * Math.asin(Math.sqrt(half))
  expect(Number(await client.call('GEODIST', 'g', 'Palermo', 'Catania', 'km'))).toBeCloseTo(expected, 2)
})

it('GEOSEARCH finds what lies in a circle, a box and a polygon', async () => {
  const client = await openClient()
  await client.call('GEOADD', 'g', ...places)
  expect(await client.call('GEOSEARCH', 'g', 'FROMLONLAT', 15, 37, 'BYRADIUS', 100, 'km')).toEqual(['Catania'])
  expect(await client.call('GEOSEARCH', 'g', 'FROMLONLAT', 15, 37, 'BYBOX', 400, 400, 'km', 'ASC')).toEqual([
    'Catania',
    'Palermo',
    'edge',
  ])
  expect(await client.call('GEOSEARCH', 'g', 'BYPOLYGON', 4, 14.5, 37, 15.5, 37, 15.5, 38, 14.5, 38)).toEqual([
    'Catania',
  ])
  expect(
    await client.call('GEOSEARCH', 'g', 'FROMMEMBER', 'Catania', 'BYRADIUS', 1, 'km', 'WITHCOORD', 'WITHDIST'),
  ).toEqual([['Catania', '0.0000', [expect.closeTo(15.087269, 5), expect.closeTo(37.502669, 5)]]])
})

it('is a sorted set underneath', async () => {
  const client = await openClient()
  await client.call('GEOADD', 'g', ...places)
  expect(await client.call('ZSCORE', 'g', 'Palermo')).toBe(3479099956230698)
  expect(await client.call('GEOHASH', 'g', 'Palermo')).toEqual(['sqc8b49rny0'])
  await expect(client.call('GEOADD', 'g', 181, 0, 'nowhere')).rejects.toThrow(/invalid longitude,latitude/)
})
