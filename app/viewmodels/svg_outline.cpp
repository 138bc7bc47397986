#include "app/viewmodels/svg_outline.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

namespace tashilgar::viewmodels {

namespace {

/// Lines that stand for one curve, and for a whole ellipse.
constexpr int kCurveLines = 8;
constexpr int kEllipseLines = 32;
/// Nothing that is drawn is farther away; what is larger is no number here.
constexpr double kFarthest = 1e9;
/// A path with more corners ends there.
constexpr std::size_t kMostCorners = 500'000;

/// Numbers as SVG writes them: side by side, with commas or blanks or neither ("1.5.5-3").
class Numbers {
public:
    explicit Numbers(std::string_view text)
        : m_rest(text)
    {
    }
    void skip()
    {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == ',' || m_rest.front() == '\n' || m_rest.front() == '\t' || m_rest.front() == '\r'))
            m_rest.remove_prefix(1);
    }
    std::optional<double> number()
    {
        skip();
        if (!m_rest.empty() && m_rest.front() == '+')
            m_rest.remove_prefix(1);
        double value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (error != std::errc() || !(std::fabs(value) <= kFarthest)) // from_chars() reads "inf" and "nan", too
            return {};
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }
    /// A flag of an arc: one digit, though another number may follow at once.
    std::optional<bool> flag()
    {
        skip();
        if (m_rest.empty() || (m_rest.front() != '0' && m_rest.front() != '1'))
            return {};
        const bool set = m_rest.front() == '1';
        m_rest.remove_prefix(1);
        return set;
    }
    std::optional<QPointF> point()
    {
        const auto x = number();
        const auto y = x ? number() : std::nullopt;
        if (!y)
            return {};
        return QPointF(*x, *y);
    }
    /// A letter, if one comes next.
    std::optional<char> letter()
    {
        skip();
        if (m_rest.empty() || !std::isalpha(static_cast<unsigned char>(m_rest.front())))
            return {};
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }
    bool atEnd()
    {
        skip();
        return m_rest.empty();
    }

private:
    std::string_view m_rest;
};

class PathReader {
public:
    explicit PathReader(std::string_view data)
        : m_in(data)
    {
    }

    std::vector<Ring> read()
    {
        char command = 0;
        while (!m_in.atEnd() && m_corners < kMostCorners) {
            if (const auto letter = m_in.letter())
                command = *letter;
            else if (command == 'Z' || command == 'z')
                break; // numbers after a closed path are none of its own
            if (!step(command))
                break;
            if (command == 'M')
                command = 'L';
            else if (command == 'm')
                command = 'l';
        }
        std::erase_if(m_rings, [](const Ring& ring) { return ring.size() < 3; });
        return std::move(m_rings);
    }

private:
    QPointF placed(QPointF p) const { return m_relative ? m_at + p : p; }
    void to(QPointF p)
    {
        if (m_rings.empty())
            m_rings.push_back({m_at});
        m_rings.back().push_back(p);
        m_at = p;
        ++m_corners;
    }
    bool step(char command)
    {
        m_relative = command >= 'a';
        const char kind = static_cast<char>(command & ~0x20);
        const bool went = kind == 'Z' ? close() : kind == 'M' ? move() : kind == 'A' ? arc() : kind == 'H' || kind == 'V' ? straight(kind)
            : kind == 'L' ? line() : kind == 'C' || kind == 'S' ? cubic(kind) : (kind == 'Q' || kind == 'T') && quadratic(kind);
        m_before = kind;
        return went;
    }
    bool close()
    {
        if (!m_rings.empty() && m_rings.back().size() > 1) {
            m_at = m_rings.back().front();
            m_rings.push_back({m_at});
        }
        return true;
    }
    bool move()
    {
        const auto p = m_in.point();
        if (!p)
            return false;
        m_at = placed(*p);
        if (!m_rings.empty() && m_rings.back().size() == 1)
            m_rings.pop_back();
        m_rings.push_back({m_at});
        return true;
    }
    bool line()
    {
        const auto p = m_in.point();
        if (p)
            to(placed(*p));
        return p.has_value();
    }
    bool straight(char kind)
    {
        const auto n = m_in.number();
        if (!n)
            return false;
        const double from = kind == 'H' ? m_at.x() : m_at.y();
        const double there = m_relative ? from + *n : *n;
        to(kind == 'H' ? QPointF(there, m_at.y()) : QPointF(m_at.x(), there));
        return true;
    }
    bool cubic(char kind)
    {
        QPointF c1 = m_before == 'C' || m_before == 'S' ? 2 * m_at - m_handle : m_at;
        if (kind == 'C') {
            const auto p = m_in.point();
            if (!p)
                return false;
            c1 = placed(*p);
        }
        const auto second = m_in.point();
        const auto end = second ? m_in.point() : std::nullopt;
        if (!end)
            return false;
        const QPointF c2 = placed(*second), p0 = m_at, p3 = placed(*end);
        m_handle = c2;
        for (int i = 1; i <= kCurveLines; ++i) {
            const double t = static_cast<double>(i) / kCurveLines, u = 1 - t;
            to(u * u * u * p0 + 3 * u * u * t * c1 + 3 * u * t * t * c2 + t * t * t * p3);
        }
        return true;
    }
    bool quadratic(char kind)
    {
        QPointF c = m_before == 'Q' || m_before == 'T' ? 2 * m_at - m_handle : m_at;
        if (kind == 'Q') {
            const auto p = m_in.point();
            if (!p)
                return false;
            c = placed(*p);
        }
        const auto end = m_in.point();
        if (!end)
            return false;
        const QPointF p0 = m_at, p2 = placed(*end);
        m_handle = c;
        for (int i = 1; i <= kCurveLines; ++i) {
            const double t = static_cast<double>(i) / kCurveLines, u = 1 - t;
            to(u * u * p0 + 2 * u * t * c + t * t * p2);
        }
        return true;
    }
    /// Spec: https://www.w3.org/TR/SVG11/implnote.html#ArcImplementationNotes
    bool arc()
    {
        const auto radii = m_in.point();
        const auto tilt = radii ? m_in.number() : std::nullopt;
        const auto large = tilt ? m_in.flag() : std::nullopt;
        const auto sweep = large ? m_in.flag() : std::nullopt;
        const auto end = sweep ? m_in.point() : std::nullopt;
        if (!end)
            return false;
        const QPointF p0 = m_at, p1 = placed(*end);
        double rx = std::fabs(radii->x()), ry = std::fabs(radii->y());
        if (rx == 0 || ry == 0 || p0 == p1) {
            to(p1);
            return true;
        }
        const double phi = *tilt * std::numbers::pi / 180, cosine = std::cos(phi), sine = std::sin(phi);
        const QPointF half = (p0 - p1) / 2;
        const double x = cosine * half.x() + sine * half.y(), y = -sine * half.x() + cosine * half.y();
        const double stretch = x * x / (rx * rx) + y * y / (ry * ry);
        if (stretch > 1) {
            rx *= std::sqrt(stretch);
            ry *= std::sqrt(stretch);
        }
        const double below = rx * rx * y * y + ry * ry * x * x;
        const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below)) * (*large == *sweep ? -1 : 1);
        const double cx = root * rx * y / ry, cy = -root * ry * x / rx;
        const QPointF centre = (p0 + p1) / 2 + QPointF(cosine * cx - sine * cy, sine * cx + cosine * cy);
        const double from = std::atan2((y - cy) / ry, (x - cx) / rx);
        double turn = std::atan2((-y - cy) / ry, (-x - cx) / rx) - from;
        if (*sweep && turn < 0)
            turn += 2 * std::numbers::pi;
        else if (!*sweep && turn > 0)
            turn -= 2 * std::numbers::pi;
        for (int i = 1; i < kCurveLines * 2; ++i) {
            const double angle = from + turn * i / (kCurveLines * 2);
            const double ex = rx * std::cos(angle), ey = ry * std::sin(angle);
            to(centre + QPointF(cosine * ex - sine * ey, sine * ex + cosine * ey));
        }
        to(p1);
        return true;
    }

    Numbers m_in;
    std::vector<Ring> m_rings;
    QPointF m_at;
    QPointF m_handle; ///< of the curve before, for S and T
    std::size_t m_corners = 0;
    char m_before = 0;
    bool m_relative = false;
};

} // namespace

SvgTransform SvgTransform::around(const SvgTransform& i) const
{
    return {a * i.a + c * i.b, b * i.a + d * i.b, a * i.c + c * i.d, b * i.c + d * i.d, a * i.e + c * i.f + e, b * i.e + d * i.f + f};
}

SvgTransform svgTransform(std::string_view text)
{
    SvgTransform all;
    while (true) {
        const std::size_t open = text.find('('), close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            return all;
        const std::string_view name = text.substr(0, open);
        Numbers in(text.substr(open + 1, close - open - 1));
        std::vector<double> n;
        while (const auto value = in.number())
            n.push_back(*value);
        const auto at = [&n](std::size_t i, double otherwise) { return i < n.size() ? n[i] : otherwise; };
        SvgTransform one;
        if (name.find("translate") != name.npos) {
            one.e = at(0, 0);
            one.f = at(1, 0);
        } else if (name.find("scale") != name.npos) {
            one.a = at(0, 1);
            one.d = at(1, one.a);
        } else if (name.find("rotate") != name.npos) {
            const double angle = at(0, 0) * std::numbers::pi / 180, x = at(1, 0), y = at(2, 0);
            one = {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
            one.e = x - one.a * x - one.c * y;
            one.f = y - one.b * x - one.d * y;
        } else if (name.find("matrix") != name.npos && n.size() == 6) {
            one = {n[0], n[1], n[2], n[3], n[4], n[5]};
        }
        all = all.around(one);
        text.remove_prefix(close + 1);
    }
}

std::vector<Ring> svgPath(std::string_view data)
{
    return PathReader(data).read();
}

Ring svgPoints(std::string_view text)
{
    Numbers in(text);
    Ring ring;
    while (const auto point = in.point())
        ring.push_back(*point);
    return ring;
}

Ring svgEllipse(double cx, double cy, double rx, double ry)
{
    Ring ring;
    for (int i = 0; i < kEllipseLines; ++i) {
        const double angle = 2 * std::numbers::pi * i / kEllipseLines;
        ring.emplace_back(cx + rx * std::cos(angle), cy + ry * std::sin(angle));
    }
    return ring;
}

} // namespace tashilgar::viewmodels
