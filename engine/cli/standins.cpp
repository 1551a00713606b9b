#include "engine/cli/commands.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/build_info.hpp"
#include <random>
#include <filesystem>
#include <fmt/format.h>
namespace samspil {
static ReplicationResult fake(const Scenario& s, int r, bool series){ ReplicationResult x; x.replication=r; std::mt19937 g(1000+r); std::mt19937 h(2000+r); std::normal_distribution<> N;
 double shift=0; for(auto&i:s.interventions) if(i.type==InterventionType::organisation_change) shift += 0.01*i.parts.attention*(s.organisation.leadership==Leadership::dual?1:-1.2)+0.008*i.parts.sharing*(i.organisation.sharing_within-s.organisation.sharing_within)+0.003*i.parts.service_unit-0.004*i.parts.shock; else shift+=0.002;
 for(auto& k: kpi_table()){ double base = k.unit=="share"?0.1: k.unit=="kr."? 8.1e8 : k.unit=="persons"?2800: k.unit=="weeks"?4.2: k.unit=="months/1000 citizens"?71234: k.unit=="minutes"?18: k.unit=="houses"?5.3:0.5;
  if(k.id=="cost.net_per_participant_month")base=2150; if(k.id=="cost.per_attendance")base=310;
  double dir=(double)((int)(std::hash<std::string_view>{}(k.id)%5)-2)/2;
  x.kpis.push_back(base*(1+0.02*N(g)+(shift!=0?0.004*N(h):0)+dir*shift)); }
 if(series) for(auto& si: series_table()){ size_t n=(size_t)s.period.weeks; for(auto a: si.axes) n*= a==Axis::centre? s.centres.size(): a==Axis::offer?4: a==Axis::neighbourhood? s.neighbourhoods.size(): a==Axis::level?4: a==Axis::account? account_count: 5; x.series.push_back(std::vector<std::int32_t>(n,3)); }
 return x; }
#ifdef FAKE_STUDY
StudyOutcome run_study(const StudyPlan& p, const Workers&, const StudySinks& s, const std::atomic<bool>&){ StudyOutcome o; size_t total=p.options.size()*p.replications; for(size_t i=0;i<p.options.size();++i) for(int r=0;r<p.replications;++r){ s.result(i,fake(*p.options[i],r,false)); if(s.progress) s.progress({++o.done,total,0,1,2}); } return o; }
#endif
#define S(x) Exit x(const Invocation&){ return Exit::internal_error; }
S(validate_command) S(explain_command) S(diff_command) S(new_command) S(balance_command) S(resume_command) S(inspect_command) S(export_command) S(verify_command) S(schema_command) S(doctor_command) S(version_command)
Exit run_command(const Invocation& c){ std::string out; std::vector<std::string> f; int n=20; unsigned seed=0; for(size_t i=0;i<c.arguments.size();++i){ if(c.arguments[i]=="-o") out=c.arguments[++i]; else if(c.arguments[i]=="-n") n=std::stoi(c.arguments[++i]); else if(c.arguments[i]=="--seed") seed=std::stoul(c.arguments[++i]); else f.push_back(c.arguments[i]); }
 std::filesystem::create_directories(out);
 for(auto& p: f){ Diagnostics d; auto l=load_scenario(p,{},d); for(auto&x:d.items()) fmt::print(stderr,"{}\n",format(x,c.language)); if(!l) return Exit::invalid_scenario; std::vector<ReplicationResult> rs; for(int r=0;r<n;++r) rs.push_back(fake(l->scenario,r,true)); ResultHead h; h.scenario=&l->scenario; h.seed=seed?seed:l->scenario.run.seed; h.replications=n; h.origin.program_version=build_info().version; h.origin.commit=build_info().commit; h.origin.created=timestamp(); h.origin.command=c.command_line; h.origin.scenario_path=std::filesystem::absolute(p).string(); h.origin.resolved_text=l->resolved_text; for(auto&i:l->inputs) h.origin.inputs.push_back({i.path,i.digest}); write_result(out+"/"+l->scenario.id+".h5",h,rs);} return Exit::done; }
}
