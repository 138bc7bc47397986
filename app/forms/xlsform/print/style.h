#pragma once

#include <string_view>

namespace tashilgar::forms::xlsform::print {

/// How a questionnaire looks on A4, in black and white as most offices print. Sizes in millimetres and points.
inline constexpr std::string_view kStyle = R"css(
@page { size: A4; margin: 13mm 14mm 15mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 182mm; font: 10.5pt/1.65 Vazirmatn, "Noto Naskh Arabic", "Noto Sans", Tahoma, "DejaVu Sans", sans-serif; color: #111; background: #fff; }
header { border-bottom: 1.2mm solid #111; padding-bottom: 3mm; margin-bottom: 4mm; display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; }
h1 { font-size: 18pt; line-height: 1.3; margin: 0; }
header small, .id { color: #555; font-size: 8pt; }
.fields { display: grid; grid-template-columns: auto 34mm auto 34mm; gap: 1.5mm 2mm; font-size: 9pt; align-items: end; }
.fields i { border-bottom: 0.25mm solid #111; height: 5.5mm; }
section { margin: 0 0 3mm; }
section > h2 { font-size: 12.5pt; line-height: 1.4; margin: 6mm 0 2mm; padding: 1.2mm 3mm; background: #e6e6e6; border-inline-start: 1.6mm solid #111; break-after: avoid; }
section section > h2 { font-size: 11pt; background: none; padding: 0 2mm; border-inline-start-width: 0.8mm; margin-top: 4mm; }
section.repeat { border: 0.3mm dashed #555; border-radius: 2mm; padding: 0 3mm 2mm; margin-top: 4mm; }
section.repeat > h2 { margin-inline: -3mm; margin-top: 0; border-radius: 1.7mm 1.7mm 0 0; border-inline-start: none; background: #f0f0f0; padding: 1.2mm 3mm; }
.about { font-size: 8.5pt; color: #444; margin: 0 0 2mm; }
.if { font-size: 8.5pt; color: #222; background: #f3f3f3; border-radius: 1mm; padding: 0.2mm 2mm; margin: 0 0 1mm; display: inline-block; }
.if code { font-size: 7.5pt; direction: ltr; unicode-bidi: isolate; overflow-wrap: anywhere; }
.q { display: grid; grid-template-columns: 9mm 1fr; padding: 1.6mm 0 2.2mm; border-bottom: 0.15mm dotted #bbb; break-inside: avoid; }
.q > b { font-size: 10pt; color: #333; }
.q .label { font-weight: 600; }
.q .must { font-weight: 700; }
.q .hint, .q .limits { font-size: 8.5pt; color: #555; }
.q .limits { margin-top: 0.8mm; }
.mark { font-size: 7.5pt; border: 0.25mm solid #555; border-radius: 1mm; padding: 0 1.2mm; color: #333; font-weight: 400; white-space: nowrap; }
.note { background: #f6f6f6; border-inline-start: 0.8mm solid #999; padding: 1.2mm 3mm; margin: 1.5mm 0; font-size: 9.5pt; break-inside: avoid; }
.note .if { display: table; }
.legend { display: flex; gap: 7mm; font-size: 8.5pt; color: #444; margin: -1.5mm 0 2mm; }
.legend .circle, .legend .box { margin-inline-end: 1.5mm; }
.gap { display: inline-block; min-width: 14mm; border-bottom: 0.25mm dotted #111; color: #777; font-size: 7.5pt; text-align: center; line-height: 1.2; }
.line { border-bottom: 0.25mm solid #888; height: 7mm; }
.short { border-bottom: 0.25mm solid #888; height: 6.5mm; width: 34mm; }
.from { font-size: 8.5pt; color: #555; }
.choices { list-style: none; margin: 1mm 0 0; padding: 0; display: grid; gap: 0.6mm 5mm; }
.three { grid-template-columns: repeat(3, 1fr); } .two { grid-template-columns: repeat(2, 1fr); } .wide { grid-template-columns: 1fr; }
.choices li { display: flex; gap: 2mm; align-items: baseline; }
.circle, .box { display: inline-block; flex: none; width: 3.7mm; height: 3.7mm; border: 0.3mm solid #111; vertical-align: -0.5mm; }
.circle { border-radius: 50%; }
.parts { display: flex; gap: 5mm; align-items: flex-end; margin-top: 1.2mm; }
.parts .box { align-self: center; margin-inline-end: -3mm; }
.part { display: inline-flex; flex-direction: column; align-items: center; line-height: 1.3; }
.part small, .scale small { font-size: 7.5pt; color: #555; }
.cells { display: inline-flex; direction: ltr; }
.cells i { width: 6mm; height: 7mm; border: 0.25mm solid #888; margin-inline-start: -0.25mm; }
.scale { display: flex; justify-content: space-between; max-width: 120mm; margin-top: 1.5mm; }
.scale span { display: flex; flex-direction: column; align-items: center; line-height: 1.3; }
.signature { border: 0.25mm solid #888; height: 22mm; width: 80mm; padding: 1mm 2mm; color: #777; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 2mm 0; font-size: 9.5pt; break-inside: avoid; }
th, td { border: 0.2mm solid #999; padding: 1mm 2mm; text-align: center; }
th:first-child { width: 36%; } th { font-weight: 600; background: #f0f0f0; font-size: 8.5pt; } td:first-child { text-align: start; }
footer { margin-top: 6mm; text-align: center; color: #555; font-size: 8.5pt; }
@media screen { html { background: #8a8f93; } body { padding: 13mm 14mm; max-width: 210mm; margin: 8mm auto; box-shadow: 0 1mm 5mm #0006; } }
)css";

} // namespace tashilgar::forms::xlsform::print
