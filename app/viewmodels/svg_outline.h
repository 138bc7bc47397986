#pragma once

#include <QPointF>

#include <string_view>
#include <vector>

namespace tashilgar::viewmodels {

using Ring = std::vector<QPointF>;

/// Turns and moves, as the `transform` of an SVG element: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct SvgTransform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    QPointF of(QPointF p) const { return {a * p.x() + c * p.y() + e, b * p.x() + d * p.y() + f}; }
    /// First \p inner, then this.
    SvgTransform around(const SvgTransform& inner) const;
};

/// Reads translate, scale, rotate and matrix; skews, which maps of a form have no use for, are passed over.
/// Spec: https://www.w3.org/TR/SVG11/coords.html#TransformAttribute
SvgTransform svgTransform(std::string_view text);

/// The outlines of path data, curves as short lines: what a finger needs, not what a painter needs. Stops at what it cannot
/// read, as the specification asks.
/// Spec: https://www.w3.org/TR/SVG11/paths.html#PathData
std::vector<Ring> svgPath(std::string_view data);
/// "x,y x,y …" of a polygon.
Ring svgPoints(std::string_view text);
Ring svgEllipse(double cx, double cy, double rx, double ry);

} // namespace tashilgar::viewmodels
