#pragma once
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

// Macros with a cast do not reach Swift.
static const int windowPositionCentered = SDL_WINDOWPOS_CENTERED;
