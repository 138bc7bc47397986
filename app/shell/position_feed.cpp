#include "app/shell/position_feed.h"

#include "app/viewmodels/position_controller.h"
#include "platform/positioning/make_position_source.h"

#include <spdlog/spdlog.h>

namespace tashilgar::shell {

PositionFeed::PositionFeed(const base::Clock& clock, std::chrono::milliseconds trackSecond)
    : m_clock(&clock)
    , m_trackSecond(trackSecond)
{
}

void PositionFeed::use(const QString& source)
{
    const bool wasListening = m_listening;
    listen(false);
    m_source.reset();
    auto made = platform::makePositionSource(source.toStdString(), *m_clock, m_trackSecond);
    if (!made) {
        spdlog::warn("position source: {}", made.error().text());
        return;
    }
    m_source = std::move(*made);
    const auto pass = [this](const auto& said) {
        if (m_controller)
            m_controller->feed(said);
    };
    connect(m_source.get(), &platform::PositionSource::fixed, this, pass);
    connect(m_source.get(), &platform::PositionSource::troubled, this, pass);
    spdlog::info("positions come from {}", m_source->description().toStdString());
    listen(wasListening);
}

void PositionFeed::listen(bool on)
{
    m_listening = on;
    if (!m_source) {
        if (on && m_controller)
            m_controller->feed(platform::PositionTrouble::NoReceiver);
        return;
    }
    if (on)
        m_source->start();
    else
        m_source->stop();
}

} // namespace tashilgar::shell
