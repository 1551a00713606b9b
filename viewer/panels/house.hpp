// SPDX-License-Identifier: MPL-2.0
// The panels of one house (screen Center).
#pragma once

#include "viewer/data/flows.hpp"
#include "viewer/data/house.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/panels/week_chart.hpp"

#include <functional>
#include <memory>
#include <string>

namespace samspil::viewer {

/// "Lokalcenter · Marselis · kendt hus". `areas`: labels of areas, may be null.
std::string house_words(const CentreRow& row, const GroupTable* areas, Language language);
/// Name of the area in the language; empty when the house has none or the labels are not at hand.
std::string area_name(const CentreRow& row, const GroupTable* areas, Language language);

/// `most`: height in units that there is for the picture; rows say less to keep it, as far as they can. 0: all they have to say.
Panel places_panel(const std::vector<PlacesRow>& rows, const Compared& compared, int week, double most = 0);
/// `offer`: none = all offers of the house.
Panel queue_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, Offer offer, const State& state);
/// Stock, hours wanted and burden, in this order.
Panel house_volunteers_panel(std::vector<std::shared_ptr<const WeekFigure>> figures, const Compared& compared, const State& state);
/// `all`: of all results, for the table, where `flows` leaves some out.
Panel flows_panel(const Flows& flows, const Compared& compared, std::function<Flows()> all = {});
Panel house_running_panel(std::vector<Measure> measures, const Compared& compared);
Panel house_compare_panel(std::vector<Measure> measures, const Compared& compared);

} // namespace samspil::viewer
