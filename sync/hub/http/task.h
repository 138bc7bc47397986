#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <memory>
#include <type_traits>

namespace tashilgar::hub::http {

/// What a handler is: a coroutine that may wait for the network, the disk or the database without holding a thread.
template <class T>
using Task = boost::asio::awaitable<T>;

/// Threads for work that blocks: reading files and rows, hashing, parsing.
using Workers = boost::asio::thread_pool;

// g++ 12 destroys a temporary closure twice when it stands inside the expression of a co_await (GCC bugs 95822, 99576), so
// closures that are handed to the functions below always have a name of their own first.

/// Runs \p work on a thread of \p workers and goes on, where the caller was, with what it gave.
template <class Work>
Task<std::invoke_result_t<Work>> offload(Workers& workers, Work work)
{
    using Reply = std::invoke_result_t<Work>;
    auto run = [](Work job) -> Task<Reply> { co_return job(); };
    co_return co_await boost::asio::co_spawn(workers, run(std::move(work)), boost::asio::use_awaitable);
}

/// Waits for something that answers by calling back, once, from any thread: \p start is handed what to call.
template <class Reply, class Start>
Task<Reply> answered(Start start)
{
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>&, void(Reply)>(
        [](auto handler, Start begin) {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            begin(std::function<void(Reply)>([shared](Reply reply) {
                boost::asio::post(boost::asio::get_associated_executor(*shared),
                    [shared, reply = std::move(reply)]() mutable { (*shared)(std::move(reply)); });
            }));
        },
        boost::asio::use_awaitable, std::move(start));
}

} // namespace tashilgar::hub::http
