#include "tests/qml/reference.h"

#include <QDir>
#include <QFile>

#include <cmath>
#include <cstdlib>

namespace tashilgar::tests {
namespace {

constexpr int kSmaller = 4;
constexpr int kSteps = 16;
constexpr int kSameWithin = 40;
constexpr int kPointsOff = 20;

QImage reduced(const QImage& picture)
{
    QImage small = picture.scaled(std::max(1, picture.width() / kSmaller), std::max(1, picture.height() / kSmaller),
                              Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB888);
    constexpr int kStep = 256 / kSteps;
    for (int y = 0; y < small.height(); ++y) {
        uchar* line = small.scanLine(y);
        for (int x = 0; x < small.width() * 3; ++x)
            line[x] = static_cast<uchar>(line[x] / kStep * kStep + kStep / 2);
    }
    return small;
}

bool differ(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) > kSameWithin || std::abs(qGreen(a) - qGreen(b)) > kSameWithin
        || std::abs(qBlue(a) - qBlue(b)) > kSameWithin;
}

/// The points that are different, in red over a pale picture; how many they are.
int difference(const QImage& now, const QImage& before, QImage& shown)
{
    int count = 0;
    shown = now.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < now.height(); ++y) {
        for (int x = 0; x < now.width(); ++x) {
            const bool off = differ(now.pixel(x, y), before.pixel(x, y));
            count += off ? 1 : 0;
            const int pale = 128 + qGray(now.pixel(x, y)) / 2;
            shown.setPixel(x, y, off ? qRgb(220, 0, 0) : qRgb(pale, pale, pale));
        }
    }
    return count;
}

Comparison compared(const QImage& now, const QString& kept, const QString& name, const QString& shotsFolder)
{
    const QImage before(kept);
    if (before.isNull())
        return {false, name + QStringLiteral(" has no reference yet; look at it, then `make references`")};
    if (before.size() != now.size())
        return {false, name + QStringLiteral(" has another size than its reference")};
    QImage shown;
    const int count = difference(now, before, shown);
    if (count <= kPointsOff)
        return {true, {}};
    const QString file = shotsFolder + u'/' + name + QStringLiteral(".changed.png");
    shown.save(file);
    return {false, QStringLiteral("%1 differs from its reference in %2 points: %3").arg(name).arg(count).arg(file)};
}

} // namespace

Comparison compareWithReference(const QImage& picture, const QString& name, const QString& shotsFolder)
{
    const QString kept = QStringLiteral(TASHILGAR_REFERENCES "/%1.png").arg(name);
    const QImage now = reduced(picture);
    Comparison result = compared(now, kept, name, shotsFolder);
    if (result.agrees || !std::getenv("TASHILGAR_KEEP_REFERENCES"))
        return result;
    QDir().mkpath(QStringLiteral(TASHILGAR_REFERENCES));
    return {now.save(kept, "PNG", 0), QStringLiteral("%1 cannot be written").arg(kept)};
}

} // namespace tashilgar::tests
