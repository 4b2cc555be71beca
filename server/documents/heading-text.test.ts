import { describe, expect, it } from 'vitest';
import { headingText } from './heading-text.ts';

describe('headingText', () => {
  it.each([
    [
      '## 📝 **Scénario 1 – Les clients impatients de ShopNow**',
      'Scénario 1 – Les clients impatients de ShopNow',
    ],
    ['### 1️⃣ Plan de pilotage', 'Plan de pilotage'],
    ['## 🧑‍🏫 Variante pour  atelier', 'Variante pour atelier'],
    ['## 🧑🏫 🇫🇷 Variante', 'Variante'],
    ['### **Travail demandé :**', 'Travail demandé'],
    ['## PARTIE E — Ordre ( **/8** )', 'PARTIE E — Ordre (/8)'],
    ['# 2. Tableau de bord ##', '2. Tableau de bord'],
    ['# 24 heures ⏱', '24 heures ⏱'],
    ['# ™ et © d’abord', '™ et © d’abord'],
    ['# 📝', '📝'],
    ['#', ''],
  ])('reads %j as %j', (markdown, text) => expect(headingText(markdown)).toBe(text));
});
