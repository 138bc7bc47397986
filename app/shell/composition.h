#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"
#include "app/shell/options.h"

#include <QQuickWindow>

#include <memory>

namespace tashilgar::shell {

/// Builds everything the tablet app is made of, once, and joins it: the store and the work on it, the synchroniser on its
/// own thread, the position source, the view models, the pages. Lives on the GUI thread, inside the QGuiApplication.
class Composition {
public:
    /// Opens the store, with the key of the vault, and loads the pages. Fails in one sentence that a person can act on.
    static base::Result<std::unique_ptr<Composition>> make(const Options& options);
    ~Composition();

    QQuickWindow& window();

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tashilgar::shell
