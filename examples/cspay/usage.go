package main

// synopsis follows every message about the command line.
const synopsis = `usage: cspay VERB [flags] DIR [AGENT]
cspay -h tells the verbs and the flags
`

const help = `usage: cspay VERB [flags] DIR [AGENT]

verbs
  check DIR           read the policy and the facts and say what is wrong
  close DIR           close the month and print every slip
  explain DIR AGENT   say where each yuan of an agent's slip comes from
  load DIR            compare metrics by reception load (for managers)
  staffing DIR        hold the roster against a ratio of roles
  gaps DIR            list the figures of the policy that the shop never stated
  year DIR            close the months of DIR one after the other, and print
                      what changed: moves, candidates for review, plans
  version             print the version

flags, anywhere; after -- there are only words
  -lang zh|en         the language of the text (zh)
  -format text|json   text for people, json for programs (text)
  -history FILE       read the history of the months before
  -history-out FILE   close, year: write the history with what was closed added
  -by METRIC          load: the metric whose units per day are the load
  -per agents|days    load: compare agents or days worked (agents)
  -groups N           load: so many groups of equal size (3)
  -bands N,N          load: lower bounds of the bands instead of groups
  -metrics A,B        load: what to compare (every ratio and mean)
  -ratio ROLE=N,...   staffing: the ratio, as pre_sales=2,after_sales=1

DIR holds policy.yaml, facts.yaml and, where there are daily figures, daily.csv;
gaps needs policy.yaml alone, and year reads months/2026-01 and so on, each with
such files of its own. What people decided on proposals of earlier months stands
in decisions.yaml in the folder of the month that it takes effect in.
Exit status: 0 done, 1 problems found, 2 the command was not understood.

用法: cspay 动词 [选项] 文件夹 [工号]

动词
  check 文件夹          检查政策和当月数据,列出全部问题
  close 文件夹          结算当月,列出每个人的应发
  explain 文件夹 工号   逐项说明某个人的每一元从哪里来
  load 文件夹           按接待负荷分组比较各项指标(供管理者使用)
  staffing 文件夹       核对各岗位人数与配比
  gaps 文件夹           列出政策里店里没有定的数值
  year 文件夹           逐月结算文件夹内各月,列出变化:职级、复核、改进计划
  version               版本

选项,可写在任意位置;-- 之后不再有选项
  -lang zh|en           文字的语言(默认 zh)
  -format text|json     text 供人看,json 供程序读(默认 text)
  -history 文件         读入此前各月的历史
  -history-out 文件     close、year 时写出加入所结月份后的历史
  -by 指标              load: 以该指标的日均值为负荷
  -per agents|days      load: 按人或按出勤日比较(默认 agents)
  -groups N             load: 分成人数相等的 N 组(默认 3)
  -bands N,N            load: 不分组,改用各档下限
  -metrics 甲,乙        load: 要比较的指标(默认全部比率与均值)
  -ratio 岗位=N,...     staffing: 配比,如 pre_sales=2,after_sales=1

文件夹里有 policy.yaml、facts.yaml,有日报时还有 daily.csv;gaps 只需要 policy.yaml;year 读
months/2026-01 等各月文件夹,各有自己的这些文件。对此前各月建议的决定写在其生效
月份文件夹里的 decisions.yaml。
退出码: 0 完成,1 发现问题,2 命令有误。
`
