// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/window.hpp"

#include "viewer/app/remembered.hpp"

#include "engine/base/errors.hpp"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <GLFW/glfw3.h>

namespace samspil::viewer {
namespace {

/// Seconds between two looks when nothing happens; what is new wakes the window at once.
constexpr double idle_seconds = 0.5;

IoError no_window(const char* what_da, const char* what_en)
{
    const char* why = nullptr;
    glfwGetError(&why);
    const std::string detail = why == nullptr ? "" : std::string(" (") + why + ")";
    return IoError(IoError::Cause::unreadable, "samspil-viewer", Text{what_da + detail, what_en + detail});
}

/// Ends GLFW whatever happens.
struct Session {
    Session()
    {
        if (glfwInit() == GLFW_FALSE)
            throw no_window("ingen skærm at åbne et vindue på; --screenshot kræver ingen", "no display to open a window on; --screenshot needs none");
    }
    ~Session() { glfwTerminate(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

struct Backends {
    explicit Backends(GLFWwindow* window)
    {
        ImGui::CreateContext();
        set_up_imgui();
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        works = ImGui_ImplOpenGL3_Init("#version 130");
    }
    ~Backends()
    {
        if (works) ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
    Backends(const Backends&) = delete;
    Backends& operator=(const Backends&) = delete;
    bool works = false;
};

void dropped(GLFWwindow* window, int count, const char** paths)
{
    static_cast<Desk*>(glfwGetWindowUserPointer(window))->open({paths, paths + count});
}

void draw(GLFWwindow* window, Desk& desk)
{
    if (desk.prepare()) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    desk.frame();
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

/// A window with its context, the desk's to draw in.
struct Window {
    explicit Window(WindowSize size)
    {
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        handle = glfwCreateWindow(size.width, size.height, "Samspil", nullptr, nullptr);
        if (handle == nullptr) throw no_window("vinduet kunne ikke åbnes; er OpenGL 3 der?", "the window could not be opened; is OpenGL 3 there?");
        glfwMakeContextCurrent(handle);
    }
    double density() const
    {
        float x = 1, y = 1;
        glfwGetWindowContentScale(handle, &x, &y);
        return x;
    }
    Session session;
    GLFWwindow* handle = nullptr;
};

void check(const Backends& backends)
{
    if (!backends.works) throw no_window("OpenGL 3 kunne ikke startes", "OpenGL 3 could not be started");
}

} // namespace

void run_window(WindowSize size, DeskSettings settings, const std::vector<std::string>& results)
{
    const Window window(size);
    glfwSwapInterval(1);
    const Backends backends(window.handle);
    check(backends);
    settings.pixel_density = window.density();
    settings.store.wake = [] { glfwPostEmptyEvent(); };
    Desk desk(std::move(settings));
    glfwSetWindowUserPointer(window.handle, &desk);
    glfwSetDropCallback(window.handle, dropped);
    desk.open(results);
    const std::string memory = remembered_path();
    int settling = 3; // frames after an event until the layout stands
    while (glfwWindowShouldClose(window.handle) == GLFW_FALSE && !desk.state().quit) {
        if (desk.restless() || settling > 0) {
            glfwPollEvents();
            --settling;
        } else {
            const double begun = glfwGetTime();
            glfwWaitEventsTimeout(idle_seconds);
            // Where nobody touched anything and nothing is new the picture stands; only the caret of a text field blinks.
            if (glfwGetTime() - begun >= idle_seconds && !desk.has_news() && !ImGui::GetIO().WantTextInput) continue;
            settling = 3;
        }
        draw(window.handle, desk);
    }
    remember(desk.state(), memory);
}

std::vector<Problem> time_frames_in_window(FrameScript script, DeskSettings settings, const std::vector<std::string>& results, std::ostream& out)
{
    const Window window({script.width, script.height});
    glfwSwapInterval(0);
    const Backends backends(window.handle);
    check(backends);
    out << "OpenGL: " << reinterpret_cast<const char*>(glGetString(GL_RENDERER)) << '\n';
    settings.pixel_density = window.density();
    Desk desk(std::move(settings));
    desk.open(results);
    script.draw = [&](Desk& one) {
        const ImVec2 scripted = ImGui::GetIO().MousePos;
        glfwPollEvents();
        ImGui::GetIO().MousePos = scripted;
        draw(window.handle, one);
        glFinish(); // painted, not only asked for
    };
    time_frames(script, desk, out);
    return desk.library().problems;
}

} // namespace samspil::viewer
