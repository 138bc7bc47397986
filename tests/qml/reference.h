#pragma once

#include <QImage>
#include <QString>

namespace tashilgar::tests {

/// How a picture compares with the one that is kept for its name in tests/qml/references.
///
/// A reference is the picture at a quarter of its size, each channel in sixteen steps: some kilobytes, and blind to how the
/// edge of one letter is smoothed. Two of its points are different when a channel is off by more than 40 of 255; a picture
/// has changed when more than 20 points are different, which is less than an icon of 20 px has.
struct Comparison {
    bool agrees = false;
    QString told; ///< what differs, and where the pictures are
};

/// With TASHILGAR_KEEP_REFERENCES in the environment a picture that is new or has changed becomes the reference.
Comparison compareWithReference(const QImage& picture, const QString& name, const QString& shotsFolder);

} // namespace tashilgar::tests
