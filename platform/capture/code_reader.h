#pragma once

#include "platform/capture/latest_only.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace tashilgar::platform
{

/// A bar code or a QR code, and what it says.
struct ReadCode {
    QString text;
    QString format; ///< "QRCode", "EAN-13": for logs and tests

    bool operator==(const ReadCode&) const = default;
};

/// The first code in \p picture: any of the usual kinds, turned, dim, or small in it. Takes 10 to 100 ms; any thread.
std::optional<ReadCode> readCode(const QImage& picture);

/// Looks for codes in the pictures of a camera, on a thread of its own, always in the newest.
///
/// Lives on the thread that made it; looked() comes from there, once for each picture that was worked through.
class CodeReader : public QObject
{
    Q_OBJECT

public:
    explicit CodeReader(QObject* parent = nullptr);
    ~CodeReader() override;

    /// Returns at once.
    void look(const QImage& picture);

signals:
    /// \p found is empty where there was no code.
    void looked(const std::optional<tashilgar::platform::ReadCode>& found);

private:
    std::unique_ptr<LatestOnly<QImage>> m_worker; ///< from the first picture on
};

} // namespace tashilgar::platform
