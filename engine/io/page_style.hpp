// SPDX-License-Identifier: MPL-2.0
// The style sheet of the page: one column, calm type, three colours with meaning, paper as well as screen. Text colours
// keep a contrast of at least 4.5:1 on white; every colour is said in a word and an arrow too.
#pragma once

#include <string_view>

namespace samspil {

/// How the heading of every page begins, and by which a page is known to be ours.
inline constexpr std::string_view page_mark = "<p class=\"kicker\">Samspil · ";

inline constexpr std::string_view page_style = R"css(
:root{--ink:#1b2530;--soft:#56626e;--line:#d5dbe1;--pale:#f4f6f8;--better:#1a5a9e;--worse:#a84b00;--tie:#5b6670}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.55 "Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
main{max-width:64rem;margin:0 auto;padding:4rem 3rem 5rem}
header{margin-bottom:3rem}
.kicker,.role{margin:0 0 .5rem;color:var(--soft);font-size:.875rem;letter-spacing:.04em}
h1{margin:0 0 1.5rem;max-width:26em;font-size:2.1rem;line-height:1.22;font-weight:600;letter-spacing:-.01em}
h2{margin:0 0 1rem;font-size:1.3rem;line-height:1.3;font-weight:600}
h2.option{margin-top:4rem;padding-top:1.2rem;border-top:3px solid var(--ink);font-size:1.6rem}
h3{margin:1.5rem 0 .5rem;font-size:1.05rem;font-weight:600}
section{margin:0 0 3.2rem}
p{max-width:46em;margin:0 0 .9rem}
.headline{margin:0 0 1rem;padding:.15rem 0 .15rem 1.1rem;border-left:4px solid var(--better);font-size:1.28rem;line-height:1.45}
.facts,.note{color:var(--soft);font-size:.95rem}
.note{border-left:4px solid var(--line);padding-left:.8rem}
ul{max-width:46em;margin:0 0 1rem;padding-left:1.2rem}
li{margin:0 0 .35rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.4rem}
.card{padding:1.2rem 1.4rem;background:var(--pale);border-radius:6px}
.card h3{margin-top:0}
.card>:last-child{margin-bottom:0}
figure{margin:0}
figcaption,caption{color:var(--soft);font-size:.9rem;text-align:left;max-width:52em;padding:.7rem 0}
caption{padding:1.2rem 0 .4rem;color:var(--ink);font-weight:600}
table{width:100%;border-collapse:collapse}
th,td{padding:.6rem 1rem .6rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{padding-bottom:.4rem;border-bottom:2px solid var(--ink);color:var(--soft);font-size:.9rem;vertical-align:bottom}
th:last-child,td:last-child{padding-right:0}
.n{text-align:right;font-variant-numeric:tabular-nums}
td.n{white-space:nowrap}
.limit{text-align:right;max-width:6.5rem}
b{font-weight:600}
.small{display:block;color:var(--soft);font-size:.875rem;line-height:1.4}
.goal>th{min-width:13rem;font-weight:600}
.goal>th .small{font-weight:400}
.goal>td,.goal>th{padding-top:.9rem;padding-bottom:.8rem}
tr.group th{padding-top:1.5rem;font-weight:600;border-bottom-color:var(--ink)}
.verdict{font-weight:600}
.verdict .small{font-weight:400}
.threshold{font-weight:400;white-space:normal}
.better{color:var(--better)}
.worse{color:var(--worse)}
.tie{color:var(--tie)}
.small.better{color:var(--better)}
.small.worse{color:var(--worse)}
.parts th.n{min-width:6.5rem}
.parts td,.parts th{padding-right:.8rem;font-size:.92rem}
.wide{overflow-x:auto}
svg.dots{display:block;width:15rem;height:3.6rem}
svg .mark,svg .mean{fill:currentColor}
svg .zero{stroke:#1b2530;stroke-width:1.4}
svg .floor{stroke:#d5dbe1}
svg .bar{stroke:currentColor;stroke-width:2.6;stroke-linecap:round}
.fine{font-size:.875rem}
.fine td,.fine th{padding-top:.3rem;padding-bottom:.3rem}
.id{color:var(--soft);font-family:Consolas,"DejaVu Sans Mono",monospace;font-size:.82rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:9rem 1fr;gap:.25rem 1rem;margin:0 0 1rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
@media (max-width:48rem){main{padding:2rem 1rem}section{overflow-x:auto}}
@page{size:A4;margin:15mm 14mm}
@media print{
html{font-size:9.2pt}
main{max-width:none;padding:0}
section{margin-bottom:1.8rem}
h2,h3,caption,tr.group{break-after:avoid}
tr,.card,.headline,figcaption{break-inside:avoid}
thead{display:table-header-group}
th,td{padding-right:.6rem}
.card{border:1px solid var(--line)}
.wide{overflow:visible}
.parts td,.parts th{padding-right:.4rem}
.parts .small{font-size:.8rem;white-space:normal}
.parts th.n{min-width:0}
svg.dots{width:13rem;height:3rem}
.goal>td,.goal>th{padding-top:.5rem;padding-bottom:.35rem}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";

} // namespace samspil
