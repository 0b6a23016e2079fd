import { lookup } from '../../base/lookup';
import type { FeatureSettings } from '../../environment';
import type { Schema, WrittenForm } from '../../schema/schema';
import type { Offer } from './item';

/** After all other groups. */
const NEWER = 100;

/** The release that a value of this text needs, if that is newer than the one in use. */
export function releaseForText({ lacks }: Schema, text: string): string | undefined {
  if (!lacks) return undefined;
  const { values, texts, forms } = lacks;
  const ofTexts = texts && new RegExp(texts.pattern, 'i').test(text) ? texts.since : undefined;
  return lookup(values, text) ?? ofTexts ?? forms?.scalar;
}

/** The same for offers that write a value in one of its forms. */
export function inForm(
  { lacks }: Schema,
  form: WrittenForm,
  offers: readonly Offer[],
): readonly Offer[] {
  const needs = lookup(lacks?.forms, form);
  return needs === undefined ? offers : offers.map((offer) => ({ needs, ...offer }));
}

/** Offers that need a newer release come last and say so, or are left out if the user wants that. */
export function newerLast(
  offers: readonly Offer[],
  { newerVersions }: FeatureSettings,
): readonly Offer[] {
  if (offers.every(({ needs }) => needs === undefined)) return offers;
  if (newerVersions === 'hide') return offers.filter(({ needs }) => needs === undefined);
  return offers.map((offer) =>
    offer.needs === undefined
      ? offer
      : { ...offer, group: NEWER, note: `needs dstack ${offer.needs}`, preselect: false },
  );
}
