"""Words for the places of Shanghai and for the trades of people, which several tables share."""

DISTRICTS = "浦东|徐汇|黄浦|静安|长宁|普陀|虹口|杨浦|闵行|宝山|嘉定|松江|青浦|奉贤|金山|崇明"
QUARTERS = (
    "张江|陆家嘴|临港|漕河泾|外高桥|虹桥|金桥|外滩|徐家汇|五角场|南京西路|人民广场|淮海路|莘庄|七宝|九亭|川沙"
    "|周浦|康桥|安亭|花桥(?!镇)|古北|中山公园|大虹桥|唐镇|曹路|惠南|南汇|世博|前滩|新天地|静安寺|紫竹|北蔡|三林"
    "|真如|长寿路|大宁|江湾|吴泾|马桥|泗泾|洞泾|南翔|江桥|马陆|闸北|卢湾|复旦|同济|瑞金医院|华山医院|中山医院"
)
DISTRICTS_EN = (
    "(?:pudong|xuhui|minhang|jing'?an|changning|putuo|hongkou|yangpu|baoshan|jiading|songjiang|qingpu"
    "|fengxian|jinshan|chongming|huangpu|lingang|zhangjiang|lujiazui|caohejing|waigaoqiao|hongqiao|anting"
    "|jinqiao|gubei|xujiahui|wujiaochang|zizhu|xinzhuang|qibao|the bund)"
)
TRADES_EN = (
    "(?:accountant|actuary|administrator|analyst|architect|assistant|auditor|baker|barber|barista|bartender"
    "|beautician|biologist|bookkeeper|broker|butcher|buyer|captain|caregiver|carer|carpenter|cashier|chef|chemist"
    "|cleaner|clerk|coach|conductor|consultant|controller|cook|copywriter|counsel|courier|dentist|designer"
    "|developer|director|dispatcher|doctor|driver|economist|editor|electrician|engineer|executive|fitter|florist"
    "|foreman|gardener|guard|hairdresser|handler|head|inspector|interpreter|janitor|journalist|lawyer|lead|leader"
    "|lady|lecturer|librarian|machinist|maid|manager|masseur|mechanic|merchandiser|midwife|nanny|nurse|nutritionist"
    "|officer|operator|packer|painter|paralegal|pharmacist|photographer|picker|pilot|planner|plumber|porter"
    "|postdoc|producer|professor|programmer|receptionist|recruiter|rep|representative|researcher|salesman"
    "|salesperson|saleswoman|scientist|seamstress|secretary|seller|specialist|staff|statistician|steward"
    "|stewardess|storekeeper|strategist|supervisor|surveyor|sweeper|tailor|teacher|technician|teller|tester"
    "|therapist|trader|trainer|translator|turner|tutor|underwriter|vet|videographer|waiter|waitress|warehouseman"
    "|welder|worker)"
)
"""Trades as English speakers name them; a trade and a place (nurse in Yangpu) say where somebody works."""
