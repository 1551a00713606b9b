// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/store.hpp"

#include "viewer/data/library_reader.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace samspil::viewer {

/// What is asked for, in the order it is to be read, and the thread that reads it.
struct Store::Reader {
    using Seconds = std::chrono::duration<double>;
    static constexpr Seconds least_telling{0.15}, most_telling{1.5};

    explicit Reader(StoreSettings s) : settings(std::move(s)), reader(settings.kept_bytes) {}

    StoreSettings settings;
    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    std::shared_ptr<const Library> shown = std::make_shared<Library>();
    std::deque<std::string> to_open;
    std::vector<std::string> to_close;
    Wishes wishes;                  ///< of the newest frame
    std::uint64_t asked_of = 0;     ///< version of the library that frame saw
    bool other_wishes = false;      ///< the thread does not know them yet
    std::deque<PartKey> to_read;    ///< of the wishes
    std::vector<std::shared_ptr<const void>> let_go; ///< taken apart here
    Seconds telling = least_telling; ///< from one telling to the next while there is more to read
    bool forget_problems = false, ending = false, working = false;
    // Of the reading thread alone.
    LibraryReader reader;
    std::uint64_t version = 0;
    std::thread thread;

    void publish()
    {
        auto next = std::make_shared<Library>(reader.library());
        next->version = ++version;
        std::shared_ptr<const Library> before; // taken apart after the lock, where nobody waits
        {
            const std::lock_guard lock(mutex);
            next->opening = to_open.size();
            next->reading = to_read.size();
            before = std::exchange(shown, std::move(next));
        }
        changed.notify_all();
        if (settings.wake) settings.wake();
    }

    bool idle() const { return to_open.empty() && to_close.empty() && to_read.empty() && !other_wishes && !forget_problems; }

    /// What of the wishes is not there and may be: the results that come first, then result by result, so that what has no room is
    /// whole results.
    void ask_for_wishes()
    {
        to_read.clear();
        const auto ask = [&](const PartKey& key) {
            if (other_wishes || !shown->refused.contains(key)) to_read.push_back(key); // beside other wishes there may be room
        };
        for (const SeriesKey& key : wishes.series)
            if (!shown->series.contains(key) && !shown->unreadable.contains(key)) ask(key);
        for (const GroupsKey& key : wishes.groups)
            if (!shown->groups.contains(key)) ask(key);
        for (const std::string& key : wishes.lives)
            if (!shown->lives.contains(key)) ask(key);
        const auto place_of = [&](const PartKey& key) { return std::pair(!wishes.first.contains(result_of(key)), std::string_view(result_of(key))); };
        std::stable_sort(to_read.begin(), to_read.end(), [&](const PartKey& a, const PartKey& b) { return place_of(a) < place_of(b); });
    }

    /// One piece of work; whether something is new.
    bool work_once(std::unique_lock<std::mutex>& lock)
    {
        if (forget_problems) {
            forget_problems = false;
            reader.forget_problems();
        } else if (!to_close.empty()) {
            const std::string key = to_close.back();
            to_close.pop_back();
            reader.close(key);
        } else if (!to_open.empty()) {
            const std::string path = to_open.front();
            to_open.pop_front();
            lock.unlock();
            const std::vector<std::string> next = reader.open(path);
            lock.lock();
            to_open.insert(to_open.begin(), next.begin(), next.end());
        } else if (other_wishes) {
            other_wishes = false;
            const Wishes now = wishes;
            lock.unlock();
            return reader.use(now);
        } else if (!to_read.empty()) {
            const PartKey key = to_read.front();
            to_read.pop_front();
            lock.unlock();
            return reader.read(key);
        } else {
            return false;
        }
        return true;
    }

    void read()
    {
        using Clock = std::chrono::steady_clock;
        const auto pause = std::chrono::duration<double>(settings.look_again_seconds > 0 ? settings.look_again_seconds : 3600);
        auto next_look = Clock::now() + std::chrono::duration_cast<Clock::duration>(pause);
        // What is read is told at once, but of many files in a row a few at a time: every telling makes the screen anew.
        Clock::time_point told{};
        bool untold = false;
        for (;;) {
            std::unique_lock lock(mutex);
            if (untold && (idle() || Clock::now() - told >= telling)) {
                lock.unlock();
                publish();
                untold = false;
                told = Clock::now();
                continue;
            }
            working = false;
            changed.notify_all();
            changed.wait_until(lock, next_look, [&] { return ending || !idle() || !let_go.empty(); });
            if (ending) return;
            working = true;
            if (!let_go.empty()) {
                auto gone = std::exchange(let_go, {});
                lock.unlock();
                gone.clear();
                lock.lock();
            }
            untold = work_once(lock) || untold;
            if (lock.owns_lock()) lock.unlock();
            if (settings.look_again_seconds > 0 && Clock::now() >= next_look) {
                untold = reader.look_again() || untold;
                next_look = Clock::now() + std::chrono::duration_cast<Clock::duration>(pause);
            }
        }
    }
};

Store::Store(StoreSettings settings) : reader_(std::make_unique<Reader>(std::move(settings)))
{
    reader_->thread = std::thread([reader = reader_.get()] { reader->read(); });
}

Store::~Store()
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->ending = true;
    }
    reader_->changed.notify_all();
    reader_->thread.join();
}

void Store::open(const std::vector<std::string>& paths)
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->to_open.insert(reader_->to_open.end(), paths.begin(), paths.end());
    }
    reader_->changed.notify_all();
}

void Store::close(const std::string& result)
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->to_close.push_back(result);
    }
    reader_->changed.notify_all();
}

void Store::want(const Wishes& wishes)
{
    {
        const std::lock_guard lock(reader_->mutex);
        const bool same = wishes == reader_->wishes;
        if (same && reader_->asked_of == reader_->shown->version) return;
        reader_->asked_of = reader_->shown->version;
        if (!same) {
            reader_->wishes = wishes;
            reader_->other_wishes = true;
        }
        reader_->ask_for_wishes();
    }
    reader_->changed.notify_all();
}

void Store::let_go(std::shared_ptr<const void> old)
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->let_go.push_back(std::move(old));
    }
    reader_->changed.notify_all();
}

void Store::shown_in(std::chrono::duration<double> frame)
{
    const std::lock_guard lock(reader_->mutex);
    reader_->telling = std::clamp(20 * frame, Reader::least_telling, Reader::most_telling);
}

void Store::dismiss_problems()
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->forget_problems = true;
    }
    reader_->changed.notify_all();
}

std::shared_ptr<const Library> Store::library() const
{
    const std::lock_guard lock(reader_->mutex);
    return reader_->shown;
}

void Store::wait() const
{
    std::unique_lock lock(reader_->mutex);
    reader_->changed.wait(lock, [&] { return reader_->idle() && !reader_->working; });
}

} // namespace samspil::viewer
